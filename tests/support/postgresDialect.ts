import { inject } from 'vitest';
import { startPglite } from './pglite';

// Before any file asks for the configuration: it is read once, and columns take their dialect from it.
process.env.DATABASE_URL = inject('postgresUrl') ?? (await startPglite());
