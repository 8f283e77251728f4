import { words as bilingual } from '../i18n/words';

export const words = bilingual({}, {});
