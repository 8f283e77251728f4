import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fenPerWan } from '../../shared/money';
import { guaranteeBalances } from './balances';
import { type GuarantorStanding, limitFindings } from './limits';
import { checkShares, type PartyRole } from './shares';
import { splitFen } from './split';
import { isStopped, type SchemeCourse, stopFindings } from './stopLoss';
import { recoveryParts, waterfallOf } from './waterfall';

const wan = fenPerWan;
const bears = (...shares: number[]) => shares.map(shareBps => ({ shareBps, balanceFen: null }));
const paidBy = (lossFen: number, ...shares: number[]) => waterfallOf(lossFen, bears(...shares)).parts.map(part => part.paidFen);

describe('a loss of 1,000,000 yuan', () => {
  it.each([
    ['4:3:2:1', [4000, 3000, 2000, 1000], [40, 30, 20, 10]],
    ['Deyang 3:2:5', [3000, 2000, 5000], [30, 20, 50]],
    ['Deyang 5:5', [5000, 5000], [50, 50]],
    ['2:8', [2000, 8000], [20, 80]],
  ])('by %s', (_, shares, expected) => {
    expect(paidBy(100 * wan, ...shares)).toEqual(expected.map(each => each * wan));
  });

  it('goes to the first-loss pool first, up to its cap, and only the rest by the shares', () => {
    const { firstLossFen, parts } = waterfallOf(100 * wan, bears(8000, 2000), {
      rateBps: 3000,
      capFen: 20 * wan,
      balanceFen: 500 * wan,
    });
    expect(firstLossFen).toBe(20 * wan);
    expect(parts.map(part => part.paidFen)).toEqual([64 * wan, 16 * wan]);
  });

  it('leaves with the lender what a pool has no money for', () => {
    const { parts, shortfallFen } = waterfallOf(100 * wan, [{ shareBps: 5000, balanceFen: 35 * wan }, ...bears(5000)]);
    expect(parts[0]).toEqual({ owedFen: 50 * wan, paidFen: 35 * wan });
    expect(shortfallFen).toBe(15 * wan);
  });
});

it('gives the fen that is left over to the largest remainder', () => {
  expect(splitFen(101, [3333, 3333, 3334])).toEqual([34, 33, 34]);
  expect(splitFen(1, [5000, 5000])).toEqual([1, 0]);
});

describe('laws of the waterfall', () => {
  const shares = fc
    .array(fc.integer({ min: 0, max: 2500 }), { minLength: 1, maxLength: 6 })
    .filter(parts => parts.reduce((sum, part) => sum + part, 0) <= 10_000)
    .map(parts => [...parts, 10_000 - parts.reduce((sum, part) => sum + part, 0)]);
  const loss = fc.integer({ min: 0, max: 10_000_000_000 });

  it('money is conserved, and every part is within a fen of its exact share', () => {
    fc.assert(
      fc.property(loss, shares, loss, fc.integer({ min: 0, max: 10_000 }), (lossFen, parts, balanceFen, rateBps) => {
        const bearers = parts.map((shareBps, place) => ({ shareBps, balanceFen: place === 0 ? balanceFen : null }));
        const fall = waterfallOf(lossFen, bearers, { rateBps, capFen: null, balanceFen });
        const paid = fall.parts.reduce((sum, { paidFen }) => sum + paidFen, 0);
        expect(fall.firstLossFen + paid + fall.shortfallFen).toBe(lossFen);
        expect(fall.firstLossFen).toBeLessThanOrEqual(balanceFen);
        fall.parts.forEach(({ owedFen, paidFen }, place) => {
          const exact = ((lossFen - fall.firstLossFen) * (parts[place] ?? 0)) / 10_000;
          expect(Math.abs(owedFen - exact)).toBeLessThan(1);
          expect(paidFen).toBeLessThanOrEqual(owedFen);
        });
      }),
      { numRuns: 100 },
    );
  });

  it('recoveries never give anybody more than it paid, and all of them together exactly what it paid', () => {
    fc.assert(
      fc.property(loss, shares, fc.array(fc.integer({ min: 1, max: 99 }), { maxLength: 6 }), (lossFen, parts, steps) => {
        let state = waterfallOf(lossFen, bears(...parts)).parts.map(({ paidFen }) => ({ paidFen, recoveredFen: 0 }));
        const recover = (amountFen: number) => {
          const back = recoveryParts(amountFen, state);
          expect(back.reduce((sum, part) => sum + part, 0)).toBe(amountFen);
          state = state.map(({ paidFen, recoveredFen }, place) => ({ paidFen, recoveredFen: recoveredFen + (back[place] ?? 0) }));
          for (const { paidFen, recoveredFen } of state) expect(recoveredFen).toBeLessThanOrEqual(paidFen);
        };
        const open = () => state.reduce((sum, { paidFen, recoveredFen }) => sum + paidFen - recoveredFen, 0);
        for (const percent of steps) recover(Math.floor((open() * percent) / 100));
        recover(open());
        expect(state.map(({ recoveredFen }) => recoveredFen)).toEqual(state.map(({ paidFen }) => paidFen));
      }),
      { numRuns: 100 },
    );
  });
});

describe('shares', () => {
  const party = (role: PartyRole, shareBps: number) => ({ role, shareBps });

  it('of 10,000 basis points are taken', () => {
    expect(() =>
      checkShares([party('guarantor', 4000), party('reguarantor', 3000), party('bank', 2000), party('government', 1000)]),
    ).not.toThrow();
  });

  it.each([9_999, 10_001])('of %i are refused, naming the sum', sum => {
    expect(() => checkShares([party('bank', 2000), party('guarantor', sum - 2000)])).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT', details: expect.objectContaining({ value: sum, rule: 'shares.sum' }) }),
    );
  });

  it('without a bank, or with nobody beside it, are refused', () => {
    expect(() => checkShares([party('guarantor', 10_000)])).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
    expect(() => checkShares([party('bank', 10_000), party('exchange', 0)])).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT' }),
    );
  });
});

describe('the limits of a guarantor with net assets of 200,000,000 yuan', () => {
  const standing = (values: Partial<GuarantorStanding> = {}): GuarantorStanding => ({
    netAssetsFen: 20_000 * wan,
    isSmallAndFarm: false,
    liabilityFen: 0,
    firmFen: 0,
    affiliatesFen: 0,
    ...values,
  });
  const within = (values: Partial<GuarantorStanding>, thisFen: number) =>
    Object.fromEntries(limitFindings(standing(values), thisFen).map(({ limit, isWithin }) => [limit, isWithin]));

  it.each([
    ['ten times its net assets', { liabilityFen: 199_000 * wan }, 1_000 * wan, 'leverage', true],
    ['a fen above ten times', { liabilityFen: 199_000 * wan }, 1_000 * wan + 1, 'leverage', false],
    [
      'fifteen times for small firms and farming',
      { liabilityFen: 299_000 * wan, isSmallAndFarm: true },
      1_000 * wan,
      'leverage',
      true,
    ],
    ['a fen above fifteen times', { liabilityFen: 299_000 * wan, isSmallAndFarm: true }, 1_000 * wan + 1, 'leverage', false],
    ['10 % for one firm', { firmFen: 1_500 * wan }, 500 * wan, 'oneFirm', true],
    ['a fen above 10 % for one firm', { firmFen: 1_500 * wan }, 500 * wan + 1, 'oneFirm', false],
    ['15 % for a firm with its affiliates', { affiliatesFen: 2_500 * wan }, 500 * wan, 'firmAndAffiliates', true],
    ['a fen above 15 %', { affiliatesFen: 2_500 * wan }, 500 * wan + 1, 'firmAndAffiliates', false],
  ] as const)('%s', (_, values, thisFen, limit, expected) => {
    expect(within(values, thisFen)[limit]).toBe(expected);
  });

  it('are answered with what is allowed, used, asked for and left', () => {
    expect(limitFindings(standing({ liabilityFen: 5_000 * wan, firmFen: 300 * wan }), 200 * wan)).toEqual([
      {
        limit: 'leverage',
        limitFen: 200_000 * wan,
        usedFen: 5_000 * wan,
        thisFen: 200 * wan,
        leftFen: 194_800 * wan,
        isWithin: true,
      },
      { limit: 'oneFirm', limitFen: 2_000 * wan, usedFen: 300 * wan, thisFen: 200 * wan, leftFen: 1_500 * wan, isWithin: true },
      {
        limit: 'firmAndAffiliates',
        limitFen: 3_000 * wan,
        usedFen: 300 * wan,
        thisFen: 200 * wan,
        leftFen: 2_500 * wan,
        isWithin: true,
      },
    ]);
  });
});

describe('a scheme stops', () => {
  const course = (values: Partial<SchemeCourse>): SchemeCourse => ({
    overdueFen: 0,
    compensatedFen: 0,
    recoveredFen: 0,
    lentFen: 0,
    premiumsFen: 0,
    claimsFen: 0,
    ...values,
  });
  const deyang = { stopLossFen: 500 * wan, compensationRateBpsMax: null, lossRatioBpsMax: 15_000 };
  const stopped = (values: Partial<SchemeCourse>) => isStopped(stopFindings(deyang, course(values)));

  it('when overdue and compensated money reaches 5,000,000 yuan, and resumes a fen below', () => {
    expect(stopped({ overdueFen: 300 * wan, compensatedFen: 200 * wan })).toBe(true);
    expect(stopped({ overdueFen: 300 * wan, compensatedFen: 200 * wan, recoveredFen: 1 })).toBe(false);
  });

  it('when the insurer has paid 150 % of its premiums, and not a fen before', () => {
    expect(stopped({ premiumsFen: 10 * wan, claimsFen: 15 * wan })).toBe(true);
    expect(stopped({ premiumsFen: 10 * wan, claimsFen: 15 * wan - 1 })).toBe(false);
    expect(stopped({ premiumsFen: 0, claimsFen: 0 })).toBe(false);
    expect(stopped({ premiumsFen: 0, claimsFen: 1 })).toBe(true);
  });

  it('when the compensation rate reaches what was agreed', () => {
    const capped = { stopLossFen: null, compensationRateBpsMax: 300, lossRatioBpsMax: null };
    const [finding] = stopFindings(capped, course({ lentFen: 10_000 * wan, compensatedFen: 300 * wan }));
    expect(finding).toEqual({ stop: 'compensationRate', unit: 'bps', limit: 300, used: 300, isReached: true });
    expect(isStopped(stopFindings(capped, course({ lentFen: 10_000 * wan, compensatedFen: 300 * wan, recoveredFen: 1 })))).toBe(
      false,
    );
  });
});

it('reports 8,000,000 yuan guaranteed and 4,000,000 of liability for a loan of 10,000,000 by 20/80/20/0/20', () => {
  const balances = guaranteeBalances({
    nominalFen: 1_000 * wan,
    creditorBps: 2000,
    directBps: 8000,
    reguaranteedBps: [2000, 0, 2000],
  });
  expect(balances).toEqual({ guaranteedFen: 800 * wan, liabilityFen: 400 * wan });
});
