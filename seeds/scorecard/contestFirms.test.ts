import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { featuresFrom, type MonthlyInvoices } from '../../server/enterprises/scorecard/features';
import { fenPerYi } from '../../server/shared/money';
import { cardSource } from './cardSource';
import { contestFolder, type Firm, hasContestFirms, readContestFirms } from './contestFirms';
import { fitCard } from './model';

describe.skipIf(!hasContestFirms())(`the contest's firms (skipped without ${contestFolder})`, () => {
  let firms: Firm[] = [];
  beforeAll(async () => {
    firms = readContestFirms();
  });
  const total = (amount: (month: MonthlyInvoices) => number) =>
    firms.flatMap(({ months }) => months).reduce((sum, month) => sum + amount(month), 0);

  it('are 123, of which 27 defaulted', () => {
    expect(firms).toHaveLength(123);
    expect(firms.filter(({ hasDefaulted }) => hasDefaulted)).toHaveLength(27);
  });

  it('bought for 105.18 亿元 and sold for 149.47 亿元 on valid invoices', () => {
    expect((total(month => month.inputFen) / fenPerYi).toFixed(2)).toBe('105.18');
    expect((total(month => month.outputFen) / fenPerYi).toFixed(2)).toBe('149.47');
  });

  it('have 7,608 void purchases and 11,206 void sales, 47 of them written with a leading space', () => {
    expect(total(month => month.inputVoidCount)).toBe(7_608);
    expect(total(month => month.outputVoidCount)).toBe(11_206);
  });

  it('have 1,860 valid negative purchases and 8,424 sales among 373,431 invoices', () => {
    expect(total(month => month.inputNegativeCount)).toBe(1_860);
    expect(total(month => month.outputNegativeCount)).toBe(8_424);
    expect(total(month => month.inputCount + month.inputVoidCount)).toBe(210_947);
    expect(total(month => month.outputCount + month.outputVoidCount)).toBe(162_484);
  });

  it('give the card that is committed', () => {
    const card = fitCard(firms.map(({ months, hasDefaulted }) => ({ features: featuresFrom(months), hasDefaulted })));
    const committed = readFileSync(new URL('../../server/enterprises/scorecard/card.ts', import.meta.url), 'utf8');
    expect(cardSource(card)).toBe(committed);
  });
});
