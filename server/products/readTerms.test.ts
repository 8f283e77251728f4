import { describe, expect, it } from 'vitest';
import { terms } from '../../tests/support/products';
import { Refusal } from '../shared/refusals';
import { gapsOf } from './gaps';
import { readTerms, ruleDigest } from './readTerms';
import type { TermsInput } from './termsShape';

function refusalOf(values: Record<string, unknown>): Refusal['details'] {
  try {
    readTerms({ ...terms(), ...values });
  } catch (error) {
    if (error instanceof Refusal && error.code === 'INVALID_INPUT') return error.details;
    throw error;
  }
  throw new Error('the terms were accepted');
}

describe('readTerms', () => {
  it('leaves unsaid what was left out', () => {
    expect(readTerms({ name: '小贷', category: 'general' })).toMatchObject({
      amountFenMin: null,
      amountFenMax: null,
      pricing: null,
      securities: [],
      isUnsecured: false,
      rule: { all: [] },
      promisedDays: { accept: null, contact: null, decide: null, disburse: null },
    });
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['a name of one sign', { name: '贷' }, 'name'],
    ['an unknown category', { category: 'casino' }, 'category'],
    ['an unknown label', { labels: ['green', 'gold'] }, 'labels.1'],
    ['an amount of nothing', { amountFenMin: 0 }, 'amountFenMin'],
    ['an amount with a fraction of a fen', { amountFenMax: 1.5 }, 'amountFenMax'],
    ['amounts the wrong way round', { amountFenMin: 300_000_001 }, 'amountFenMin'],
    ['terms the wrong way round', { termMonthsMin: 13 }, 'termMonthsMin'],
    ['a term beyond fifty years', { termMonthsMax: 601 }, 'termMonthsMax'],
    ['a rate above 36 %', { pricing: { kind: 'fixed', rateBpsMin: 3601 } }, 'pricing.rateBpsMin'],
    ['rates the wrong way round', { pricing: { kind: 'fixed', rateBpsMin: 500, rateBpsMax: 499 } }, 'pricing.rateBpsMin'],
    ['a fixed pricing without a rate', { pricing: { kind: 'fixed' } }, 'pricing.rateBpsMin'],
    [
      'an LPR pricing without a tenor',
      { pricing: { kind: 'lpr', spreadBpsMin: 0, spreadBpsMax: 1, repricing: 'fixed' } },
      'pricing.tenor',
    ],
    [
      'spreads the wrong way round',
      { pricing: { kind: 'lpr', tenor: '5Y', spreadBpsMin: 1, spreadBpsMax: 0, repricing: 'fixed' } },
      'pricing.spreadBpsMin',
    ],
    [
      'a fee with an amount and a rate',
      {
        fees: [
          { kind: 'guarantee', chargedBy: 'guarantor', paidBy: 'enterprise', timing: 'yearly', amountFen: 100, rateBps: 50 },
        ],
      },
      'fees.0.amountFen',
    ],
    [
      'a fee without amount, rate and note',
      { fees: [{ kind: 'guarantee', chargedBy: 'guarantor', paidBy: 'enterprise', timing: 'yearly' }] },
      'fees.0.amountFen',
    ],
    ['a division that is none', { regionCodes: ['990000'] }, 'regionCodes.0'],
    ['an industry that is none', { industryCodes: ['C', 'Z9'] }, 'industryCodes.1'],
    ['an industry both accepted and excluded', { industryCodes: ['C'], industryCodesExcluded: ['C'] }, 'industryCodesExcluded'],
    ['a promise of minus one day', { promisedDays: { accept: -1 } }, 'promisedDays.accept'],
    ['a rule that is none', { rule: { all: [{ attr: 'zodiac', op: 'is', value: true }] } }, 'rule/all/0/attr'],
  ])('refuses %s and names the field', (_what, values, field) => {
    const details = refusalOf(values);
    expect(details.field).toBe(field);
    expect(details.problems).toMatchObject([{ text: { zh: expect.stringMatching(/\p{Script=Han}/u), en: expect.any(String) } }]);
  });

  it('reports every wrong field at once', () => {
    expect(refusalOf({ name: '', termMonthsMax: 601 }).problems).toHaveLength(2);
  });

  it('takes the edges: equal ends, 36 %, one fen, one month, fifty years', () => {
    const edges: Partial<TermsInput> = {
      amountFenMin: 1,
      amountFenMax: 1,
      termMonthsMin: 1,
      termMonthsMax: 600,
      pricing: { kind: 'fixed', rateBpsMin: 3600, rateBpsMax: 3600 },
    };
    expect(readTerms(terms(edges))).toMatchObject({ amountFenMin: 1, termMonthsMax: 600 });
  });

  it('ignores what belongs to the other kind of pricing', () => {
    const pricing = {
      kind: 'fixed',
      rateBpsMin: 300,
      rateBpsMax: 400,
      tenor: null,
      spreadBpsMin: null,
      repricing: null,
    } as const;
    expect(readTerms(terms({ pricing })).pricing).toEqual({ kind: 'fixed', rateBpsMin: 300, rateBpsMax: 400 });
  });
});

describe('ruleDigest', () => {
  it('is the same for rules that differ in writing only', () => {
    const one = readTerms(terms({ rule: { all: [{ attr: 'taxCreditGrade', op: 'in', value: ['B', 'A'] }] } }));
    const other = readTerms(terms({ rule: { all: [{ any: [{ op: 'in', attr: 'taxCreditGrade', value: ['A', 'B'] }] }] } }));
    const different = readTerms(terms({ rule: { all: [{ attr: 'taxCreditGrade', op: 'in', value: ['A'] }] } }));
    expect(ruleDigest(one.rule)).toBe(ruleDigest(other.rule));
    expect(ruleDigest(one.rule)).not.toBe(ruleDigest(different.rule));
  });
});

describe('gapsOf', () => {
  it('names everything that bare terms leave unsaid, and nothing of complete ones', () => {
    const complete = readTerms(terms({ contact: { name: '王经理', phone: null, address: null } }));
    expect(gapsOf(complete)).toEqual([]);
    expect(gapsOf(readTerms({ name: '小贷', category: 'general' })).map(({ field }) => field)).toEqual([
      'pricing',
      'amountFenMax',
      'termMonthsMax',
      'repaymentMethods',
      'securities',
      'rule',
      'contact',
    ]);
  });
});
