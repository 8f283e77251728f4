import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  type Candidate,
  type Cases,
  chanceOf,
  costBpsBest,
  costBpsWorst,
  countedParts,
  daysWorst,
  firmsMin,
  orders,
  partsOf,
  priorCases,
  type RankQuestion,
  rank,
  type Standing,
  scoreOf,
  scoreParts,
  tiers,
  weights,
} from './rank';

const standing = (values: Partial<Standing> = {}): Standing => ({
  costBps: 500,
  approvalBps: 5000,
  days: 7,
  amountFenMax: 100_000_000,
  ...values,
});

const candidate = (productId: string, values: Partial<Candidate> = {}): Candidate => ({
  productId,
  verdict: 'eligible',
  unmet: 0,
  isOneMoveAway: false,
  ...values,
});

const asked: RankQuestion = { requestedFen: 100_000_000, by: 'best' };

const orderOf = (candidates: readonly Candidate[], standings: Record<string, Standing>, question = asked): readonly string[] =>
  rank(candidates, new Map(Object.entries(standings)), question).map(({ candidate: { productId } }) => productId);

describe('the parts of a score', () => {
  test.each([
    ['a cost at the best end', { costBps: costBpsBest }, 'cost', 1],
    ['a cost below it earns no more', { costBps: 0 }, 'cost', 1],
    ['a cost half way', { costBps: (costBpsBest + costBpsWorst) / 2 }, 'cost', 0.5],
    ['a cost at the worst end', { costBps: costBpsWorst }, 'cost', 0],
    ['a cost above it earns no less', { costBps: 9999 }, 'cost', 0],
    ['a decision the same day', { days: 0 }, 'speed', 1],
    ['a decision in half a month', { days: daysWorst / 2 }, 'speed', 0.5],
    ['a decision later than a month', { days: daysWorst + 1 }, 'speed', 0],
    ['six of ten approved', { approvalBps: 6000 }, 'chance', 0.6],
    ['a limit of just the amount', { amountFenMax: 100_000_000 }, 'amountFit', 1],
    ['a limit of half the amount', { amountFenMax: 50_000_000 }, 'amountFit', 0.5],
    ['a limit above the amount earns no more', { amountFenMax: 900_000_000 }, 'amountFit', 1],
    ['no rate stated', { costBps: null }, 'cost', null],
    ['no limit stated', { amountFenMax: null }, 'amountFit', null],
  ] as const)('%s', (_, values, part, expected) => expect(partsOf(standing(values), 100_000_000)[part]).toEqual(expected));

  it('has no amount to fit where none was asked for', () => expect(partsOf(standing(), null).amountFit).toBeNull());

  it('weighs to a hundred in all', () => expect(scoreParts.reduce((sum, part) => sum + weights[part], 0)).toBe(100));

  it('adds up by the weights: 0.7 of 40, 0.5 of 25, 0.8 of 15, all of 20', () => {
    const parts = { cost: 0.7, chance: 0.5, speed: 0.8, amountFit: 1 };
    expect(scoreOf(parts, scoreParts)).toBe(0.725);
  });

  it('shares the weight of a part that nobody has among the others', () => {
    const parts = { cost: 0.5, chance: null, speed: 0.5, amountFit: null };
    expect(countedParts([standing({ approvalBps: null })], null)).toEqual(['cost', 'speed']);
    expect(scoreOf(parts, ['cost', 'speed'])).toBe(0.5);
    expect(scoreOf(parts, [])).toBe(0);
  });
});

describe('the order', () => {
  it('is by tier first, whatever the score', () => {
    const best = standing({ costBps: 200, days: 0, approvalBps: 10_000 });
    const candidates = [
      candidate('rest', { verdict: 'notEligible', unmet: 2 }),
      candidate('near', { verdict: 'notEligible', unmet: 1, isOneMoveAway: true }),
      candidate('open', { verdict: 'possible' }),
      candidate('sure'),
    ];
    expect(orderOf(candidates, { rest: best, near: best, open: best, sure: standing({ costBps: 1200 }) })).toEqual([
      'sure',
      'open',
      'near',
      'rest',
    ]);
  });

  it('puts the nearest first among those out of reach', () =>
    expect(
      orderOf(
        [candidate('far', { verdict: 'notEligible', unmet: 3 }), candidate('nearer', { verdict: 'notEligible', unmet: 2 })],
        { far: standing({ costBps: 200 }), nearer: standing({ costBps: 1200 }) },
      ),
    ).toEqual(['nearer', 'far']));

  it('breaks ties by product id', () =>
    expect(orderOf([candidate('b'), candidate('a'), candidate('c')], { a: standing(), b: standing(), c: standing() })).toEqual([
      'a',
      'b',
      'c',
    ]));

  test.each([
    ['cheapest', { a: { costBps: 400 }, b: { costBps: 300 }, c: { costBps: null } }],
    ['fastest', { a: { days: 5 }, b: { days: 4.9 }, c: { days: null } }],
    ['largest', { a: { amountFenMax: 1 }, b: { amountFenMax: 2 }, c: { amountFenMax: null } }],
  ] as const)('%s first on request, those that do not say last', (by, { a, b, c }) =>
    expect(
      orderOf(
        [candidate('c'), candidate('a'), candidate('b')],
        { a: standing(a), b: standing({ ...b, approvalBps: 0 }), c: standing({ ...c, approvalBps: 10_000 }) },
        { ...asked, by },
      ),
    ).toEqual(['b', 'a', 'c']),
  );

  it('refuses to place what it has no measures of', () =>
    expect(() => rank([candidate('a')], new Map(), asked)).toThrow(RangeError));
});

describe('laws of ranking', () => {
  const known = (max: number) => fc.option(fc.integer({ min: 0, max }), { nil: null });
  const aStanding: fc.Arbitrary<Standing> = fc.record({
    costBps: known(4000),
    approvalBps: known(10_000),
    days: known(100),
    amountFenMax: known(1_000_000_000),
  });
  const aCandidate = (productId: string): fc.Arbitrary<Candidate> =>
    fc.record({
      productId: fc.constant(productId),
      verdict: fc.constantFrom('eligible' as const, 'possible' as const, 'notEligible' as const),
      unmet: fc.nat(5),
      isOneMoveAway: fc.boolean(),
    });
  const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
  const aList = fc.tuple(fc.tuple(...ids.map(aCandidate)), fc.tuple(...ids.map(() => aStanding)));
  const aQuestion: fc.Arbitrary<RankQuestion> = fc.record({
    requestedFen: fc.option(fc.integer({ min: 1, max: 1_000_000_000 }), { nil: null }),
    by: fc.constantFrom(...orders),
  });
  const better: Readonly<Record<keyof Standing, (value: number) => number>> = {
    costBps: value => value - 50,
    approvalBps: value => value + 50,
    days: value => value - 1,
    amountFenMax: value => value + 1_000_000,
  };

  it('keeps every part and the score within [0, 1]', () =>
    fc.assert(
      fc.property(aStanding, aQuestion, (of, { requestedFen }) => {
        const parts = partsOf(of, requestedFen);
        const within = [...Object.values(parts), scoreOf(parts, scoreParts)].filter(value => value !== null);
        expect(within.every(value => value >= 0 && value <= 1)).toBe(true);
      }),
    ));

  it('gives the same order however the candidates come, and loses none', () =>
    fc.assert(
      fc.property(aList, aQuestion, fc.infiniteStream(fc.nat()), ([candidates, standings], question, keys) => {
        const byId = new Map(ids.map((id, index) => [id, standings[index] as Standing]));
        const shuffled = candidates
          .map(each => ({ each, key: keys.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ each }) => each);
        expect(rank(shuffled, byId, question)).toEqual(rank(candidates, byId, question));
        expect(new Set(rank(candidates, byId, question).map(place => place.candidate.productId))).toEqual(new Set(ids));
      }),
    ));

  it('never places a lower tier before a higher one', () =>
    fc.assert(
      fc.property(aList, aQuestion, ([candidates, standings], question) => {
        const byId = new Map(ids.map((id, index) => [id, standings[index] as Standing]));
        const places = rank(candidates, byId, question).map(({ tier }) => tiers.indexOf(tier));
        expect(places).toEqual([...places].sort());
      }),
    ));

  it('never earns less for being better in one measure, nor more for leaving it unsaid', () =>
    fc.assert(
      fc.property(aStanding, aQuestion, fc.constantFrom(...(Object.keys(better) as (keyof Standing)[])), (of, asked, measure) => {
        const score = (each: Standing) => scoreOf(partsOf(each, asked.requestedFen), scoreParts);
        const value = of[measure];
        if (value !== null) expect(score({ ...of, [measure]: better[measure](value) })).toBeGreaterThanOrEqual(score(of));
        expect(score({ ...of, [measure]: null })).toBeLessThanOrEqual(score(of));
      }),
    ));
});

describe('the chance', () => {
  const cases = (decided: number, approved: number, firms = decided): Cases => ({ firms, decided, approved });
  const none = cases(0, 0);

  it('is not known before decisions on three firms', () => {
    expect(chanceOf({ product: cases(9, 9, 2), family: cases(9, 9, 2), all: cases(9, 9, firmsMin - 1) })).toBeNull();
    expect(chanceOf({ product: none, family: none, all: cases(3, 3, firmsMin) })).toEqual({ approvalBps: 8000, basis: 'all' });
  });

  it('is that of all, (98 + 1) / (198 + 2), where neither product nor family has been decided on', () =>
    expect(chanceOf({ product: none, family: none, all: cases(198, 98) })).toEqual({ approvalBps: 4950, basis: 'all' }));

  it('is drawn to the family by as many cases as its prior has', () =>
    expect(chanceOf({ product: none, family: cases(priorCases, priorCases), all: cases(198, 99) })).toEqual({
      approvalBps: 7500,
      basis: 'family',
    }));

  it('does not let three lucky cases lead', () => {
    const all = cases(1000, 500);
    const lucky = chanceOf({ product: cases(3, 3), family: none, all })?.approvalBps ?? 0;
    const proven = chanceOf({ product: cases(100, 80), family: none, all })?.approvalBps ?? 0;
    expect(lucky).toBeLessThan(proven);
  });

  it('does not tell of a product whose decisions all went to two firms', () =>
    expect(chanceOf({ product: cases(50, 0, 2), family: none, all: cases(198, 99) })?.approvalBps).toBe(5000));
});
