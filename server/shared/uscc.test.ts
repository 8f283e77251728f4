import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkUscc, composeUscc, organisationCheckCharacter, usccCheckCharacter, usccRegion } from './uscc';

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

describe('checkUscc', () => {
  it.each([
    ['91350200776049653A', 'published example'],
    ['91440101MA5CJQ4N59', 'published example'],
    ['123502001549897397', 'public institution'],
    ['9135010026017703XW', 'organisation check X'],
    ['91510603MA6AAAA105', 'invented, Jingyang'],
    ['91510604MA6BBBB248', 'invented, Luojiang'],
    ['91510681MA6CCCC38D', 'invented, Guanghan'],
    ['91510682MA6DDDD41E', 'invented, Shifang'],
    ['91510683MA6EEEE55H', 'invented, Mianzhu'],
    ['91510623MA6FFFF699', 'invented, Zhongjiang'],
    [composeUscc('91100000', '10000111'), 'invented, national registry'],
  ])('accepts %s (%s)', code => {
    expect(checkUscc(code)).toMatchObject({ verdict: 'valid', normalised: code, failed: [] });
  });

  it('accepts and flags the issued code whose final character is wrong while its organisation code is right', () => {
    const check = checkUscc('91350203M0001QAY9B');
    expect(check).toMatchObject({ verdict: 'checkDigitMismatch', failed: ['checkCharacter'] });
    expect(check.text.zh).toContain('第 18 位');
    expect(check.text.en).toContain('the operator will confirm it');
  });

  it('flags an organisation code that fails its own check under a right final character', () => {
    const first17 = `91510603MA6AAAA1${organisationCheckCharacter('MA6AAAA1') === '9' ? '8' : '9'}`;
    const check = checkUscc(first17 + usccCheckCharacter(first17));
    expect(check).toMatchObject({ verdict: 'checkDigitMismatch', failed: ['organisationCheck'] });
    expect(check.text.en).toContain('the rule gives "0"');
  });

  it('names both checks when both fail', () => {
    expect(checkUscc('91510603MA6AAAA115')).toMatchObject({
      verdict: 'checkDigitMismatch',
      failed: ['organisationCheck', 'checkCharacter'],
    });
  });

  it.each([
    ['', 'length'],
    ['12345', 'length'],
    ['91510603MA6AAAA10', 'length'],
    ['91510603MA6AAAA1055', 'length'],
    ['91510603MA6AAAAI05', 'alphabet'],
    ['91510603MA6AAAAZ05', 'alphabet'],
    ['91510603MA6AAAAS05', 'alphabet'],
    ['9151060-MA6AAAA105', 'alphabet'],
    ['H1510603MA6AAAA105', 'department'],
    ['94510603MA6AAAA105', 'entityType'],
    ['9151060AMA6AAAA105', 'region'],
    ['91990603MA6AAAA105', 'region'],
  ])('refuses %j: %s', (code, test) => {
    const check = checkUscc(code);
    expect(check).toMatchObject({ verdict: 'malformed', failed: [test] });
    expect(check.text.zh).toMatch(/请核对/);
    expect(check.text.en).toMatch(/Check/);
  });

  it('reads full-width characters, lower case and spaces as they were meant', () => {
    expect(checkUscc(' ９１５１０６０３ ma6aaaa105 ')).toMatchObject({ verdict: 'valid', normalised: '91510603MA6AAAA105' });
  });

  it('tells the region of registration', () => {
    expect(usccRegion('91510603MA6AAAA105')).toBe('510603');
  });
});

describe('laws of the code', () => {
  const organisation8 = fc.string({ unit: fc.constantFrom(...alphabet), minLength: 8, maxLength: 8 });
  const head8 = fc
    .record({
      kind: fc.constantFrom('91', '92', '93', '12', '52', 'N2'),
      region: fc.constantFrom('510603', '510681', '110101', '820000', '650100'),
    })
    .map(({ kind, region }) => kind + region);

  it('every composed code is valid', () => {
    fc.assert(fc.property(head8, organisation8, (head, body) => checkUscc(composeUscc(head, body)).verdict === 'valid'));
  });

  it('every substitution of one character is noticed', () => {
    fc.assert(
      fc.property(head8, organisation8, fc.nat(17), fc.constantFrom(...alphabet), (head, body, place, character) => {
        const code = composeUscc(head, body);
        fc.pre(code[place] !== character);
        return checkUscc(code.slice(0, place) + character + code.slice(place + 1)).verdict !== 'valid';
      }),
    );
  });

  it('every swap of two neighbours that differ is noticed', () => {
    fc.assert(
      fc.property(head8, organisation8, fc.nat(16), (head, body, place) => {
        const code = composeUscc(head, body);
        fc.pre(code[place] !== code[place + 1]);
        const swapped = code.slice(0, place) + code[place + 1] + code[place] + code.slice(place + 2);
        return checkUscc(swapped).verdict !== 'valid';
      }),
    );
  });

  it('composing refuses a head that no code can have', () => {
    expect(() => composeUscc('94510603', 'MA6AAAA1')).toThrow(RangeError);
    expect(() => composeUscc('91510603', 'MA6AAAI1')).toThrow(RangeError);
    expect(() => composeUscc('91510603', 'MA6')).toThrow(RangeError);
  });
});

describe('published examples (../shared/data/reference/uscc_examples.csv)', () => {
  const file = join(import.meta.dirname, '../../../shared/data/reference/uscc_examples.csv');

  it.skipIf(!existsSync(file))('agrees with all of them (skipped without the data folder)', () => {
    const rows = readFileSync(file, 'utf8').trim().split('\n').slice(1);
    expect(rows.length).toBe(205);
    for (const row of rows) {
      const [code = '', valid] = row.split(',');
      const check = checkUscc(code);
      expect([code, check.verdict === 'valid'], check.text.en).toEqual([code, valid === '1']);
    }
  });
});
