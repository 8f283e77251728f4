import Papa from 'papaparse';
import type { Sheet } from './sheet';

/** Tells Excel that the file is UTF-8; without it Chinese headings come out garbled. */
const byteOrderMark = '\uFEFF';

/** `sheet` as comma-separated text (RFC 4180). A text that a spreadsheet would run as a formula is kept a text. */
export const csvOf = ({ headings, lines }: Sheet): string =>
  byteOrderMark +
  Papa.unparse({ fields: [...headings], data: lines.map(line => [...line]) }, { newline: '\r\n', escapeFormulae: true });
