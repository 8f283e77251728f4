import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../server/database/root';

/** Number, test file and part of the test's name of each row of docs/complaints.md. */
const rows = readFileSync(join(projectRoot, 'docs/complaints.md'), 'utf8')
  .split('\n')
  .flatMap(line => {
    const [, number = '', , , file = '', named = ''] = line.split('|').map(cell => cell.trim());
    return /^\d+$/.test(number) ? [{ number: Number(number), file: file.replaceAll('`', ''), named }] : [];
  });

describe('the page of complaints', () => {
  it('has all 26, in their order', () => {
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 26 }, (_, place) => place + 1));
  });

  it.each(rows)('names a test that is there, of complaint $number', ({ file, named }) => {
    const path = join(projectRoot, file);
    expect(existsSync(path), file).toBe(true);
    expect(named).not.toBe('');
    expect(readFileSync(path, 'utf8')).toContain(named);
  });
});
