import { configure } from '@testing-library/react';

// A page may take its time on a machine that does much else: the tests say what appears, not how soon.
configure({ asyncUtilTimeout: 15_000 });
