import { describe, expect, it } from 'vitest';
import { classByDays, classesOf, type RiskClass } from './classification';

describe('golden: the class by days past due', () => {
  it.each<[number, RiskClass]>([
    [0, 'pass'],
    [1, 'specialMention'],
    [90, 'specialMention'],
    [91, 'substandard'],
    [270, 'substandard'],
    [271, 'doubtful'],
    [360, 'doubtful'],
    [361, 'loss'],
  ])('%i days: %s', (days, expected) => {
    expect(classByDays(days)).toBe(expected);
  });
});

const loan = (id: string, daysPastDue: number, balanceFen: number, bankClass: RiskClass | null = null) => ({
  id,
  daysPastDue,
  balanceFen,
  bankClass,
});
const classed = (loans: readonly ReturnType<typeof loan>[], isRetail = false) =>
  classesOf(loans, { isRetail }).map(({ riskClass }) => riskClass);

describe('all that one debtor owes one bank', () => {
  it('is non-performing when more than 10 % of it is, and not at exactly 10 %', () => {
    expect(classed([loan('a', 91, 1_000), loan('b', 0, 9_000)])).toEqual(['substandard', 'pass']);
    expect(classed([loan('a', 91, 1_001), loan('b', 0, 9_000)])).toEqual(['substandard', 'substandard']);
  });

  it('keeps what is worse, and leaves a retail debtor alone', () => {
    const loans = [loan('a', 361, 5_000), loan('b', 271, 100), loan('c', 5, 4_900)];
    expect(classed(loans)).toEqual(['loss', 'doubtful', 'substandard']);
    expect(classed(loans, true)).toEqual(['loss', 'doubtful', 'specialMention']);
  });

  it("follows the bank's worse judgement, never its better one, and counts it in the 10 %", () => {
    expect(classed([loan('a', 0, 2_000, 'doubtful'), loan('b', 0, 8_000)])).toEqual(['doubtful', 'substandard']);
    expect(classed([loan('a', 91, 2_000, 'specialMention')])).toEqual(['substandard']);
  });

  it('owing nothing is no share of nothing', () => {
    expect(classed([loan('a', 0, 0)])).toEqual(['pass']);
    expect(classed([])).toEqual([]);
  });
});
