import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factsAbout, knownFactAbout, ruleAbout, someAttributes, today } from '../../tests/support/arbitraryRules';
import { factsOf, termsOf } from '../../tests/support/factBuilders';
import { addDays, type CalendarDate, calendarDate } from '../shared/dates';
import { type Attribute, type AttributeKey, attributeOf } from './attributes';
import { axes, coordinatesOf, indexOfValue, placeOf, valueAt, withRequestFacts } from './coordinates';
import { judgeRule, yes } from './evaluate';
import type { FindingVerdict } from './explain';
import { type Fact, type Facts, type FactValue, factOf } from './facts';
import { Catalogue, Explainer } from './match';
import { Matcher } from './matcher';
import type { Move } from './moves';
import { Population } from './population';
import { type Predicate, predicatesOf, type Rule } from './rule';
import type { ProductTerms } from './terms';

const productOf = (rule: Rule, terms: Partial<ProductTerms> = {}) => ({ id: 'p', versionId: 'v', rule, terms: termsOf(terms) });
const rules = (...all: readonly Predicate[]) => all.map(predicate => productOf({ all: [predicate] }));
const kinds = ['simd', 'twin'] as const;

/** What the engine says of one firm: by a lane, by the counts of a population of it alone, and by both kinds of kernel. */
function verdicts(products: ReturnType<typeof rules>, facts: Facts, on = today): readonly string[] {
  const answers = kinds.map(kind => {
    const engine = new Matcher(products, on, { kind });
    const population = new Population(1);
    population.put(0, coordinatesOf(facts));
    const alone = engine.forward(coordinatesOf(facts), false).map(({ verdict }) => verdict);
    const counted = engine
      .cross(population)
      .map(({ eligible, possible }) => (eligible ? 'eligible' : possible ? 'possible' : 'notEligible'));
    expect(counted).toEqual(alone);
    return alone;
  });
  expect(answers[1]).toEqual(answers[0]);
  return answers[0] ?? [];
}

describe('a choice of alternatives', () => {
  const product = productOf({
    all: [
      {
        any: [
          { attr: 'insuredEmployees', op: '>=', value: 10 },
          { attr: 'isHighTech', op: 'is', value: true },
          { attr: 'taxCreditGrade', op: 'in', value: ['A'] },
        ],
      },
    ],
  });

  it.each(kinds)('is met by any, missed by all, and open while one is (%s)', kind => {
    const verdictOn = (facts: Parameters<typeof factsOf>[0]) =>
      new Matcher([product], today, { kind }).forward(coordinatesOf(factsOf(facts)), false)[0]?.verdict;
    const none = { insuredEmployees: 9, isHighTech: false, taxCreditGrade: 'B' };
    expect(verdictOn(none)).toBe('notEligible');
    expect(verdictOn({ ...none, insuredEmployees: 10 })).toBe('eligible');
    expect(verdictOn({ ...none, isHighTech: true })).toBe('eligible');
    expect(verdictOn({ ...none, taxCreditGrade: 'A' })).toBe('eligible');
    expect(verdictOn({ insuredEmployees: 9, isHighTech: false })).toBe('possible');
    expect(verdictOn({ isHighTech: true })).toBe('eligible');
  });
});

describe('the four traps of bit-planes', () => {
  it('counts no firm in the bits beyond the last row, nor in a row that was given up', () => {
    for (const kind of kinds) {
      const engine = new Matcher([...rules({ attr: 'isHighTech', op: 'is', value: false }), productOf({ all: [] })], today, {
        kind,
      });
      const population = new Population(700);
      const firm = coordinatesOf(factsOf({ isHighTech: false }));
      for (const row of [0, 1, 31, 32, 511, 512, 699]) population.put(row, firm);
      expect(engine.cross(population)).toEqual([
        { eligible: 7, possible: 0 },
        { eligible: 7, possible: 0 },
      ]);
      population.remove(511);
      population.remove(5_000);
      expect(engine.cross(population)).toEqual([
        { eligible: 6, possible: 0 },
        { eligible: 6, possible: 0 },
      ]);
      expect([...engine.reverse(population, 1).certain].filter(word => word !== 0)).toHaveLength(4);
    }
  });

  it('keeps apart clauses that nothing known meets: each is unknown of its own attribute alone', () => {
    const nobody = (attr: 'taxCreditGrade' | 'labourComplianceGrade'): Predicate => {
      const attribute = attributeOf(attr);
      return { attr, op: 'notIn', value: attribute.kind === 'enum' ? Object.keys(attribute.values) : [] };
    };
    const products = rules(nobody('taxCreditGrade'), nobody('labourComplianceGrade'));
    expect(verdicts(products, factsOf({ taxCreditGrade: 'A' }))).toEqual(['notEligible', 'possible']);
    expect(verdicts(products, factsOf({ labourComplianceGrade: 'A' }))).toEqual(['possible', 'notEligible']);
  });

  it('reads a list that leaves nothing or everything as the definition does', () => {
    const attribute = attributeOf('taxCreditGrade');
    const every = attribute.kind === 'enum' ? Object.keys(attribute.values) : [];
    const products = rules(
      { attr: 'taxCreditGrade', op: 'in', value: every },
      { attr: 'taxCreditGrade', op: 'notIn', value: every },
    );
    expect(verdicts(products, factsOf({ taxCreditGrade: every.at(-1) ?? '' }))).toEqual(['eligible', 'notEligible']);
    expect(verdicts(products, factsOf({}))).toEqual(['possible', 'possible']);
  });

  it('is exact where a threshold is the end of the domain, or beyond it', () => {
    const attribute = attributeOf('insuredEmployees');
    const [min, max] = attribute.kind === 'number' ? [attribute.min, attribute.max] : [0, 0];
    const products = rules(
      { attr: 'insuredEmployees', op: '>=', value: min },
      { attr: 'insuredEmployees', op: '<=', value: max },
      { attr: 'insuredEmployees', op: '>=', value: max },
      { attr: 'insuredEmployees', op: '<=', value: min },
      { attr: 'insuredEmployees', op: '>=', value: min - 1 },
    );
    expect(verdicts(products, factsOf({ insuredEmployees: min }))).toEqual([
      'eligible',
      'eligible',
      'notEligible',
      'eligible',
      'eligible',
    ]);
    expect(verdicts(products, factsOf({ insuredEmployees: max }))).toEqual([
      'eligible',
      'eligible',
      'eligible',
      'notEligible',
      'eligible',
    ]);
    expect(verdicts(products, factsOf({}))).toEqual(products.map(() => 'possible'));
  });
});

describe('the engine', () => {
  it('says what the definition says, clause by clause, of terms, rules and requests', () => {
    const terms = fc.record({
      amountFenMin: fc.constantFrom(null, 10_000_000),
      amountFenMax: fc.constantFrom(null, 50_000_000),
      rateBpsMin: fc.constantFrom(null, 400),
      isUnsecured: fc.boolean(),
      securities: fc.subarray(['SURETY', 'PATENT_PLEDGE'] as const),
      repaymentMethods: fc.subarray(['LUMP_SUM', 'FLEXIBLE'] as const),
      purposes: fc.subarray(['WORKING_CAPITAL', 'EQUIPMENT'] as const),
      regions: fc.subarray(['510600', '510603']),
      industriesExcluded: fc.subarray(['C', '70', '701']),
    });
    const request = fc.option(
      fc.record({
        amountFen: fc.constantFrom(null, 9_999_999, 10_000_000, 50_000_000, 50_000_001),
        termMonths: fc.constantFrom(null, 12),
        purpose: fc.constantFrom(null, 'EQUIPMENT' as const),
        securitiesOffered: fc.option(fc.subarray(['SURETY', 'PATENT_PLEDGE'] as const)),
        highestRateBps: fc.constantFrom(null, 399, 400),
        repaymentMethodsAccepted: fc.subarray(['LUMP_SUM', 'FLEXIBLE'] as const),
      }),
    );
    const cases = someAttributes.chain(some => {
      const choice = [...new Set([...some, attributeOf('region'), attributeOf('industry'), attributeOf('highestRateBps')])];
      return fc.record({
        products: fc.array(
          fc.record({ rule: ruleAbout(choice), limits: terms }).map(({ rule, limits }) => productOf(rule, limits)),
          { minLength: 1, maxLength: 4 },
        ),
        facts: factsAbout(choice.filter(({ dataClass }) => dataClass !== 'REQUEST')),
        asked: request,
      });
    });
    fc.assert(
      fc.property(cases, ({ products, facts, asked }) => {
        const named = products.map((product, index) => ({ ...product, id: `p${index}` }));
        const explainer = new Explainer(facts, asked, today);
        for (const { product, verdict, unmet, open } of new Catalogue(named, today).judge(coordinatesOf(facts), asked)) {
          const { findings, verdict: defined } = explainer.explain(product);
          const counted = (is: FindingVerdict) => findings.filter(finding => finding.verdict === is).length;
          expect({ verdict, unmet, open }).toEqual({ verdict: defined, unmet: counted('unmet'), open: counted('unknown') });
          const unknownFindings = findings.filter(finding => finding.verdict === 'unknown');
          const gaps = unknownFindings.map(({ authorise, awaiting }) => ({ authorise, awaiting }));
          expect(explainer.gapsOf(product)).toEqual(gaps);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('never flips a yes or a no when an unknown value is learnt', () => {
    const learning = someAttributes.chain(choice =>
      fc.record({
        products: fc.array(
          ruleAbout(choice).map(rule => productOf(rule)),
          { minLength: 3, maxLength: 3 },
        ),
        facts: factsAbout(choice),
        learnt: factsAbout(choice, knownFactAbout),
      }),
    );
    fc.assert(
      fc.property(learning, ({ products, facts, learnt }) => {
        const engine = new Matcher(products, today);
        const filled: Facts = new Map([...facts].map(([key, fact]) => [key, fact.known ? fact : factOf(learnt, key)]));
        const [before, after] = [facts, filled].map(each => engine.forward(coordinatesOf(each), true));
        before?.forEach(({ verdict }, product) => {
          if (verdict !== 'possible') expect(after?.[product]?.verdict).toBe(verdict);
        });
      }),
      { numRuns: 100 },
    );
  });

  it('answers of a firm that changed what judging it twice answers', () => {
    const changes = someAttributes.chain(choice =>
      fc.record({
        products: fc.array(
          ruleAbout(choice).map(rule => productOf(rule)),
          { minLength: 4, maxLength: 4 },
        ),
        before: factsAbout(choice),
        after: factsAbout(choice),
      }),
    );
    fc.assert(
      fc.property(changes, ({ products, before, after }) => {
        const engine = new Matcher(products, today);
        const [one, other] = [before, after].map(coordinatesOf) as [Float64Array, Float64Array];
        const [from, to] = [engine.forward(one, true), engine.forward(other, true)];
        const expected = products.flatMap((_, product) => {
          const pair = { from: from[product]?.verdict, to: to[product]?.verdict };
          return pair.from === pair.to ? [] : [{ product, ...pair }];
        });
        expect(engine.changed(one, other, true)).toEqual(expected);
      }),
      { numRuns: 80 },
    );
  });

  it('takes a threshold in months as a day that moves: the end of a month is reached with the shorter one', () => {
    const products = rules({ attr: 'foundedOn', op: 'atLeastAgo', months: 1 }, { attr: 'foundedOn', op: 'atMostAgo', months: 1 });
    const founded = factsOf({ foundedOn: '2026-01-31' });
    expect(verdicts(products, founded, calendarDate('2026-02-27'))).toEqual(['notEligible', 'eligible']);
    expect(verdicts(products, founded, calendarDate('2026-02-28'))).toEqual(['eligible', 'eligible']);
    expect(verdicts(products, founded, calendarDate('2026-03-01'))).toEqual(['eligible', 'notEligible']);
  });
});

describe('a population', () => {
  it('that is written firm by firm, grown, changed and emptied is the one built at once', () => {
    const steps = someAttributes.chain(choice =>
      fc.record({
        products: fc.array(
          ruleAbout(choice).map(rule => productOf(rule)),
          { minLength: 3, maxLength: 3 },
        ),
        writes: fc.array(fc.record({ row: fc.integer({ min: 0, max: 1300 }), facts: fc.option(factsAbout(choice)) }), {
          maxLength: 30,
        }),
      }),
    );
    fc.assert(
      fc.property(steps, ({ products, writes }) => {
        const engine = new Matcher(products, today);
        const population = new Population(2);
        const last = new Map<number, Float64Array | null>();
        for (const { row, facts } of writes) {
          const coordinates = facts && coordinatesOf(facts);
          if (coordinates) population.put(row, coordinates);
          else population.remove(row);
          last.set(row, coordinates);
          engine.cross(population);
        }
        const fresh = new Population(1301);
        for (const [row, coordinates] of last) if (coordinates) fresh.put(row, coordinates);
        expect(engine.cross(population)).toEqual(engine.cross(fresh));
        const nothing = new Float64Array(axes.length).fill(Number.NaN);
        for (const [row, coordinates] of last) expect(population.coordinates(row)).toEqual(coordinates ?? nothing);
      }),
      { numRuns: 30 },
    );
  });

  it('says for each clause whom it alone excludes, terms first', () => {
    const product = productOf(
      {
        all: [
          { attr: 'insuredEmployees', op: '>=', value: 10 },
          { attr: 'requestTermMonths', op: '<=', value: 12 },
          { any: [{ attr: 'isHighTech', op: 'is', value: true }, { all: [{ attr: 'taxCreditGrade', op: 'in', value: ['A'] }] }] },
        ],
      },
      { regions: ['510600'], amountFenMax: 100 },
    );
    const firm = { region: '510603', insuredEmployees: 10, isHighTech: true, taxCreditGrade: 'B' };
    const firms = [
      firm,
      { ...firm, insuredEmployees: 9 },
      { ...firm, insuredEmployees: 9 },
      { ...firm, isHighTech: false },
      { ...firm, region: '510100' },
      { ...firm, region: '510100', insuredEmployees: 9 },
      { ...firm, region: '510000' },
    ];
    const population = new Population(8);
    firms.forEach((each, row) => {
      population.put(row, coordinatesOf(factsOf(each)));
    });
    const engine = new Matcher([product], today, { withCommonCuts: true });
    expect(engine.reach(population, 0)).toEqual({ eligible: 1, possible: 1 });
    expect(engine.excludedBy(population, 0)).toEqual([1, 0, 2, 0, 1]);
    expect(engine.nearMisses(population, 0).map(firms => firms[0])).toEqual([0b0010000, 0, 0b0000110, 0, 0b0001000]);
  });
});

describe('single moves', () => {
  it('are all that open a product, and open and close exactly what judging the changed firm says', () => {
    const cases = someAttributes.chain(choice =>
      fc.record({
        products: fc.array(
          ruleAbout(choice).map(rule => productOf(rule)),
          { minLength: 3, maxLength: 3 },
        ),
        facts: factsAbout(choice),
      }),
    );
    let tried = 0;
    fc.assert(
      fc.property(cases, ({ products, facts }) => {
        const engine = new Matcher(products, today);
        const moves = engine.moves(coordinatesOf(facts), true);
        const now = products.map(({ rule }) => judgeRule(rule, { facts, today, hasRequest: true }));
        for (const move of moves) {
          tried += 1;
          const moved = withMove(facts, move);
          const then = products.map(({ rule }) => judgeRule(rule, { facts: moved, today, hasRequest: true }));
          expect(move.opens).toEqual(then.flatMap((truth, index) => (truth === yes && now[index] !== yes ? [index] : [])));
          expect(move.closes).toEqual(then.flatMap((truth, index) => (truth !== yes && now[index] === yes ? [index] : [])));
          expect(move.opens.length).toBeGreaterThan(0);
        }
        expect([...moves].sort((a, b) => b.opens.length - a.opens.length)).toEqual(moves);
        expectComplete(products, facts, moves);
      }),
      { numRuns: 200 },
    );
    expect(tried).toBeGreaterThan(50);
  });

  it('never change what is fixed or unknown, nor turn time back', () => {
    const products = rules(
      { attr: 'region', op: 'under', value: ['510600'] },
      { attr: 'foundedOn', op: 'atMostAgo', months: 12 },
      { attr: 'foundedOn', op: 'atLeastAgo', months: 240 },
      { attr: 'insuredEmployees', op: '>=', value: 12 },
      { attr: 'taxCreditGrade', op: 'in', value: ['A'] },
    );
    const facts = factsOf({ region: '510100', foundedOn: addDays(today, -1000), insuredEmployees: 10 });
    const moves = new Matcher(products, today).moves(coordinatesOf(facts), false);
    expect(moves.map(({ attr, opens }) => [attr, opens])).toEqual([
      ['foundedOn', [2]],
      ['insuredEmployees', [3]],
    ]);
    expect(moves[1]?.value).toBe(12);
  });

  it('go only the way that time goes where nothing but time moves a value', () => {
    const products = rules(
      { attr: 'overduesLast24Months', op: '<=', value: 1 },
      { attr: 'overduesLast24Months', op: '>=', value: 5 },
      { attr: 'ownerExperienceYears', op: '>=', value: 5 },
      { attr: 'ownerExperienceYears', op: '<=', value: 2 },
      { attr: 'isFirstTimeBorrower', op: 'is', value: true },
    );
    const facts = factsOf({ overduesLast24Months: 3, ownerExperienceYears: 3, isFirstTimeBorrower: false });
    const moves = new Matcher(products, today).moves(coordinatesOf(facts), false);
    expect(moves.map(({ attr, value, opens }) => ({ attr, value, opens }))).toEqual(
      expect.arrayContaining([
        { attr: 'overduesLast24Months', value: 1, opens: [0] },
        { attr: 'ownerExperienceYears', value: 5, opens: [2] },
      ]),
    );
    expect(moves).toHaveLength(2);
  });

  it('come with the most opened first, then the fewest closed, then in the order of the dictionary, then the nearest', () => {
    const products = rules(
      { attr: 'insuredEmployees', op: '>=', value: 20 },
      { attr: 'insuredEmployees', op: '>=', value: 30 },
      { attr: 'insuredEmployees', op: '<=', value: 25 },
      { attr: 'taxCreditGrade', op: 'in', value: ['A'] },
      { attr: 'outstandingLoansFen', op: '<=', value: 100 },
    );
    const facts = factsOf({ insuredEmployees: 10, taxCreditGrade: 'B', outstandingLoansFen: 900 });
    const moves = new Matcher(products, today).moves(coordinatesOf(facts), false);
    expect(moves.map(({ attr, value, opens, closes }) => [attr, value, opens, closes])).toEqual([
      ['insuredEmployees', 30, [0, 1], [2]],
      ...inDictionaryOrder(
        ['insuredEmployees', 20, [0], []],
        ['taxCreditGrade', 0, [3], []],
        ['outstandingLoansFen', 100, [4], []],
      ),
      ['insuredEmployees', 26, [0], [2]],
    ]);
  });

  it('are found beyond the first 512, and of a set are the members that lack', () => {
    const products = [
      ...Array.from({ length: 600 }, (_, index): Predicate => ({ attr: 'insuredEmployees', op: '>=', value: index + 11 })),
      { attr: 'securitiesOffered', op: 'hasAll', value: ['SURETY', 'PATENT_PLEDGE'] } as const,
    ];
    const facts = factsOf({ insuredEmployees: 10, securitiesOffered: ['SURETY'] });
    for (const kind of kinds) {
      const moves = new Matcher(rules(...products), today, { kind }).moves(coordinatesOf(facts), true);
      expect(moves).toHaveLength(601);
      expect(moves[0]).toMatchObject({ attr: 'insuredEmployees', value: 610, closes: [] });
      expect(moves[0]?.opens).toHaveLength(600);
      const added = moves.find(({ attr }) => attr === 'securitiesOffered');
      expect(added).toMatchObject({ value: 1, opens: [600], closes: [] });
      expect(added?.axis).toBe(
        placeOf('securitiesOffered').first + indexOfValue(attributeOf('securitiesOffered'), 'PATENT_PLEDGE'),
      );
    }
  });

  it('of a request reach the terms that leave it open as well', () => {
    const product = productOf({ all: [] }, { rateBpsMin: 500, repaymentMethods: ['FLEXIBLE'] });
    const request = factsOf({ requestAmountFen: 100, highestRateBps: 450, repaymentMethodsAccepted: ['LUMP_SUM'] });
    const engine = new Matcher([product, productOf({ all: [] }, { rateBpsMin: 460 })], today);
    const row = withRequestFacts(coordinatesOf(factsOf({})), request);
    expect(engine.moves(row, true).map(({ attr, value, opens }) => [attr, value, opens])).toEqual([
      ['highestRateBps', 460, [1]],
      ['highestRateBps', 500, [1]],
    ]);
    const any = withRequestFacts(row, factsOf({ highestRateBps: { known: false, reason: 'missing' } }));
    expect(engine.forward(any, true).map(({ verdict }) => verdict)).toEqual(['eligible', 'eligible']);
  });
});

/** Moves by the place of their attribute in the dictionary. */
const inDictionaryOrder = (...moves: readonly (readonly [AttributeKey, ...unknown[]])[]) =>
  [...moves].sort(([a], [b]) => placeOf(a).first - placeOf(b).first);

/** The facts after a move, made from what it says. */
function withMove(facts: Facts, { attr, axis, value }: Move): Facts {
  const fact = factOf(facts, attr);
  if (!fact.known) throw new Error(`${attr} is not known`);
  const moved = new Map<AttributeKey, Fact>(facts);
  moved.set(attr, { ...fact, value: movedValue(attributeOf(attr), fact.value, axis, value) });
  return moved;
}

function movedValue(attribute: Attribute, now: FactValue, axis: number, value: number): FactValue {
  switch (attribute.kind) {
    case 'boolean':
      return value === 1;
    case 'enum':
      return valueAt(attribute, value);
    case 'date':
      return addDays('1970-01-01' as CalendarDate, value);
    case 'set':
      return [...(now as readonly string[]), valueAt(attribute, axis - placeOf(attribute.key).first)];
    default:
      return value;
  }
}

/** Every value near a threshold that would open a product is among the moves' effects. */
function expectComplete(products: readonly { rule: Rule }[], facts: Facts, moves: readonly Move[]): void {
  for (const { rule } of products)
    for (const clause of rule.all)
      for (const alternative of 'attr' in clause ? [clause] : clause.any)
        for (const predicate of predicatesOf(alternative)) {
          const attribute = attributeOf(predicate.attr);
          const fact = factOf(facts, predicate.attr);
          if (!fact.known || attribute.change !== 'act' || predicate.op !== '>=') continue;
          if (predicate.value <= Number(fact.value)) continue;
          const moved: Facts = new Map<AttributeKey, Fact>([...facts, [predicate.attr, { ...fact, value: predicate.value }]]);
          const opened = products.filter(
            each =>
              judgeRule(each.rule, { facts: moved, today, hasRequest: true }) === yes &&
              judgeRule(each.rule, { facts, today, hasRequest: true }) !== yes,
          );
          const found = moves.filter(({ attr, value }) => attr === predicate.attr && value <= predicate.value);
          if (opened.length > 0)
            expect(Math.max(...found.map(({ opens }) => opens.length))).toBeGreaterThanOrEqual(opened.length);
        }
}

describe('coordinates', () => {
  it('have a place for every axis of every attribute, and know nothing of an empty file but that terms are open', () => {
    const row = coordinatesOf(new Map());
    expect(row).toHaveLength(axes.length);
    const open = axes.flatMap(({ owner }, index) => (owner === 'acceptedRate' || owner === 'acceptedRepayment' ? [index] : []));
    expect([...row].flatMap((value, index) => (Number.isNaN(value) ? [] : [index]))).toEqual(open);
  });
});
