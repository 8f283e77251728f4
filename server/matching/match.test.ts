import { describe, expect, it } from 'vitest';
import { factsOf, known, termsOf, unknownFor } from '../../tests/support/factBuilders';
import { match, possibleOf } from '../../tests/support/match';
import { calendarDate } from '../shared/dates';
import { authorisationAdvice, nearMisses } from './advice';
import type { Finding } from './explain';
import type { Facts } from './facts';
import { type MatchableProduct, matchInputText, type ProductMatch, type RequestedFinancing } from './match';
import type { Clause } from './rule';
import type { ProductTerms } from './terms';

const today = calendarDate('2026-06-30');

const productOf = (id: string, all: readonly Clause[], terms: Partial<ProductTerms> = {}): MatchableProduct => ({
  id,
  versionId: `${id}-1`,
  rule: { all },
  terms: termsOf(terms),
});

const requestOf = (fields: Partial<RequestedFinancing>): RequestedFinancing => ({
  amountFen: 100_000_000,
  termMonths: 12,
  purpose: 'WORKING_CAPITAL',
  securitiesOffered: [],
  highestRateBps: null,
  repaymentMethodsAccepted: [],
  ...fields,
});

const only = <Item>(items: readonly Item[]): Item => {
  const [item] = items;
  if (item === undefined || items.length > 1) throw new Error(`expected one, found ${items.length}`);
  return item;
};

const matchOne = (all: readonly Clause[], facts: Facts, request: RequestedFinancing | null = null): ProductMatch =>
  only(match([productOf('p', all)], facts, request, today));

const findingOf = (clause: Clause, facts: Facts): Finding => only(matchOne([clause], facts).findings);

describe('a finding, golden', () => {
  it('of a firm one month short: what is asked, what it has, and the day it will be met', () => {
    const finding = findingOf(
      { attr: 'foundedOn', op: 'atLeastAgo', months: 24 },
      factsOf({ foundedOn: known('2024-07-15', calendarDate('2026-06-01')) }),
    );
    expect(finding).toEqual({
      path: '/all/0',
      verdict: 'unmet',
      text: { zh: '成立时间已满24个月', en: 'Founded: at least 24 months ago' },
      authorise: [],
      awaiting: [],
      predicates: [
        {
          path: '/all/0',
          attr: 'foundedOn',
          label: { zh: '成立时间', en: 'Founded' },
          dataClass: 'REGISTRATION',
          verdict: 'unmet',
          text: { zh: '成立时间已满24个月', en: 'Founded: at least 24 months ago' },
          op: 'atLeastAgo',
          required: 24,
          unit: null,
          measured: '2024-07-15',
          measuredText: { zh: '2024-07-15（已满23个月）', en: '2024-07-15 (23 months ago)' },
          asOf: '2026-06-01',
          source: '德阳市税务局',
          reason: null,
          authorise: [],
          awaiting: [],
          change: finding.changes[0],
        },
      ],
      changes: [
        {
          attr: 'foundedOn',
          kind: 'wait',
          need: 24,
          gap: 1,
          on: '2026-07-15',
          text: { zh: '预计2026-07-15可满足（还差1个月）', en: 'Met on 2026-07-15 (1 month to go)' },
        },
      ],
    });
  });

  it('of taxes not authorised: unknown, and the class to authorise', () => {
    const finding = findingOf(
      { attr: 'taxPaidLast12MonthsFen', op: '>=', value: 1_000_000 },
      factsOf({ taxPaidLast12MonthsFen: unknownFor('notConsented') }),
    );
    expect(finding).toMatchObject({ verdict: 'unknown', authorise: ['TAX_PAID'], awaiting: [], changes: [] });
    expect(only(finding.predicates)).toMatchObject({
      measured: null,
      measuredText: null,
      asOf: null,
      source: null,
      reason: 'notConsented',
    });
  });

  it('of a record under objection: unknown, and authorising would not help', () => {
    const finding = findingOf(
      { attr: 'taxCreditGrade', op: 'in', value: ['A'] },
      factsOf({ taxCreditGrade: unknownFor('disputed') }),
    );
    expect(finding).toMatchObject({ verdict: 'unknown', authorise: [], awaiting: ['TAX_CREDIT_GRADE'] });
  });

  it('of a value from two classes of which one is authorised: names only the other', () => {
    const facts = factsOf({ sizeClass: { known: false, reason: 'notConsented', dataClasses: ['ANNUAL_REPORT'] } });
    expect(findingOf({ attr: 'sizeClass', op: 'in', value: ['MICRO'] }, facts).authorise).toEqual(['ANNUAL_REPORT']);
    const nothing = factsOf({ sizeClass: unknownFor('notConsented') });
    expect(findingOf({ attr: 'sizeClass', op: 'in', value: ['MICRO'] }, nothing).authorise).toEqual([
      'ANNUAL_REPORT',
      'REGISTRATION',
    ]);
  });

  it('of an attribute without any fact: unknown for lack of a record', () => {
    expect(only(findingOf({ attr: 'patents', op: '>=', value: 1 }, new Map()).predicates)).toMatchObject({
      reason: 'missing',
      awaiting: ['PATENT'],
    });
  });

  it('of an industry known by its section only: unknown because too coarse', () => {
    const predicate = only(findingOf({ attr: 'industry', op: 'under', value: ['35'] }, factsOf({ industry: 'C' })).predicates);
    expect(predicate).toMatchObject({ verdict: 'unknown', reason: 'tooCoarse', measured: 'C', awaiting: ['REGISTRATION'] });
  });
});

describe('the nearest change', () => {
  const changesOf = (clause: Clause, facts: Facts) =>
    findingOf(clause, facts).changes.map(({ attr, kind, need, gap, on }) => [attr, kind, need, gap, on]);

  it('raises or lowers what the firm can act on', () => {
    expect(
      changesOf({ attr: 'taxPaidLast12MonthsFen', op: '>=', value: 1_000_000 }, factsOf({ taxPaidLast12MonthsFen: 999_999 })),
    ).toEqual([['taxPaidLast12MonthsFen', 'act', 1_000_000, 1, null]]);
    expect(
      changesOf({ attr: 'outstandingLoansFen', op: 'between', value: [0, 500] }, factsOf({ outstandingLoansFen: 501 })),
    ).toEqual([['outstandingLoansFen', 'act', 500, 1, null]]);
  });

  it('dates what rises with time from the day it was measured, at the earliest today', () => {
    const filed = (asOf: string) => factsOf({ taxFilingMonths: known(22, calendarDate(asOf)) });
    const clause: Clause = { attr: 'taxFilingMonths', op: '>=', value: 24 };
    expect(changesOf(clause, filed('2026-05-31'))).toEqual([['taxFilingMonths', 'wait', 24, 2, '2026-07-31']]);
    expect(changesOf(clause, filed('2026-01-31'))).toEqual([['taxFilingMonths', 'wait', 24, 2, today]]);
  });

  it('gives an age its latest day', () => {
    expect(
      changesOf(
        { attr: 'legalRepresentativeAgeYears', op: 'between', value: [18, 65] },
        factsOf({ legalRepresentativeAgeYears: 17 }),
      ),
    ).toEqual([['legalRepresentativeAgeYears', 'wait', 18, 1, '2027-05-31']]);
  });

  it('waits without a date for what falls out of a window', () => {
    const finding = findingOf({ attr: 'penaltiesLast24Months', op: '<=', value: 0 }, factsOf({ penaltiesLast24Months: 2 }));
    expect(finding.changes.map(({ kind, gap, on, text }) => [kind, gap, on, text.zh])).toEqual([
      ['wait', 2, null, '随时间减少后可满足（还需减少2次）'],
    ]);
  });

  it('is none where time runs the other way or nothing can be changed', () => {
    expect(
      changesOf({ attr: 'legalRepresentativeAgeYears', op: '<=', value: 65 }, factsOf({ legalRepresentativeAgeYears: 66 })),
    ).toEqual([]);
    expect(changesOf({ attr: 'penaltiesLast24Months', op: '>=', value: 1 }, factsOf({ penaltiesLast24Months: 0 }))).toEqual([]);
    expect(changesOf({ attr: 'foundedOn', op: 'atMostAgo', months: 12 }, factsOf({ foundedOn: '2020-01-01' }))).toEqual([]);
    expect(changesOf({ attr: 'region', op: 'under', value: ['510600'] }, factsOf({ region: '510700' }))).toEqual([]);
    expect(changesOf({ attr: 'isFirstTimeBorrower', op: 'is', value: true }, factsOf({ isFirstTimeBorrower: false }))).toEqual(
      [],
    );
  });

  it('still says of the comparison itself that it is fixed', () => {
    const finding = findingOf({ attr: 'region', op: 'under', value: ['510600'] }, factsOf({ region: '510700' }));
    expect(only(finding.predicates).change).toMatchObject({
      kind: 'fixed',
      text: { zh: '此条件无法改变', en: 'This cannot be changed' },
    });
  });

  it('names the codes that would do, and for a set only those that lack', () => {
    expect(changesOf({ attr: 'taxCreditGrade', op: 'notIn', value: ['C', 'D'] }, factsOf({ taxCreditGrade: 'D' }))).toEqual([
      ['taxCreditGrade', 'act', ['A', 'B', 'M'], null, null],
    ]);
    expect(
      changesOf({ attr: 'licencesInForce', op: 'hasAll', value: ['FOOD', 'DRUG'] }, factsOf({ licencesInForce: ['FOOD'] })),
    ).toEqual([['licencesInForce', 'act', ['DRUG'], null, null]]);
  });

  it('takes the alternative with the fewest changes, then the shortest way, and never a fixed one', () => {
    const facts = factsOf({ region: '510700', employees: 10, patents: 1, insuredEmployees: 99, housingFundEmployees: 99 });
    const near: Clause = {
      any: [
        { attr: 'region', op: 'under', value: ['510600'] },
        {
          all: [
            { attr: 'insuredEmployees', op: '>=', value: 100 },
            { attr: 'housingFundEmployees', op: '>=', value: 100 },
          ],
        },
        { attr: 'employees', op: '>=', value: 20 },
        { attr: 'patents', op: '>=', value: 5 },
      ],
    };
    expect(changesOf(near, facts)).toEqual([['employees', 'act', 20, 10, null]]);
  });

  it('asks for all changes of a group, but not for what it already meets', () => {
    const facts = factsOf({ employees: 10, isHighTech: false, patents: 3 });
    const group: Clause = {
      any: [
        {
          all: [
            { attr: 'patents', op: '>=', value: 1 },
            { attr: 'isHighTech', op: 'is', value: true },
            { attr: 'employees', op: '>=', value: 20 },
          ],
        },
      ],
    };
    expect(changesOf(group, facts).map(([attr]) => attr)).toEqual(['isHighTech', 'employees']);
    expect(findingOf(group, facts).predicates.map(({ path, verdict }) => [path, verdict])).toEqual([
      ['/all/0/any/0/all/0', 'met'],
      ['/all/0/any/0/all/1', 'unmet'],
      ['/all/0/any/0/all/2', 'unmet'],
    ]);
  });
});

describe('the terms of a product', () => {
  const verdictWith = (terms: Partial<ProductTerms>, request: Partial<RequestedFinancing> | null, facts: Facts = new Map()) => {
    const found = only(match([productOf('p', [], terms)], facts, request === null ? null : requestOf(request), today));
    return [found.verdict, ...found.findings.map(({ path, verdict }) => `${path} ${verdict}`)];
  };
  const cases: [string, Partial<ProductTerms>, Partial<RequestedFinancing> | null, string[]][] = [
    ['amount at the maximum', { amountFenMin: 100, amountFenMax: 500 }, { amountFen: 500 }, ['eligible', '/terms/amountFen met']],
    [
      'amount above the maximum',
      { amountFenMin: 100, amountFenMax: 500 },
      { amountFen: 501 },
      ['notEligible', '/terms/amountFen unmet'],
    ],
    ['amount below the minimum', { amountFenMin: 100 }, { amountFen: 99 }, ['notEligible', '/terms/amountFen unmet']],
    ['amount not said', { amountFenMax: 500 }, { amountFen: null }, ['possible', '/terms/amountFen unknown']],
    ['term at the maximum', { termMonthsMax: 12 }, { termMonths: 12 }, ['eligible', '/terms/termMonths met']],
    ['term one month over', { termMonthsMax: 12 }, { termMonths: 13 }, ['notEligible', '/terms/termMonths unmet']],
    ['purpose not served', { purposes: ['EQUIPMENT'] }, { purpose: 'PAYROLL' }, ['notEligible', '/terms/purposes unmet']],
    [
      'security offered',
      { isUnsecured: false, securities: ['SURETY', 'PATENT_PLEDGE'] },
      { securitiesOffered: ['SURETY'] },
      ['eligible', '/terms/securities met'],
    ],
    [
      'security not offered',
      { isUnsecured: false, securities: ['SURETY'] },
      { securitiesOffered: [] },
      ['notEligible', '/terms/securities unmet'],
    ],
    ['security not needed', { isUnsecured: true, securities: ['SURETY'] }, { securitiesOffered: [] }, ['eligible']],
    ['rate at the limit', { rateBpsMin: 400 }, { highestRateBps: 400 }, ['eligible', '/terms/rateBps met']],
    ['rate above the limit', { rateBpsMin: 401 }, { highestRateBps: 400 }, ['notEligible', '/terms/rateBps unmet']],
    ['rate not limited', { rateBpsMin: 401 }, { highestRateBps: null }, ['eligible']],
    [
      'repayment accepted',
      { repaymentMethods: ['FLEXIBLE', 'LUMP_SUM'] },
      { repaymentMethodsAccepted: ['LUMP_SUM'] },
      ['eligible', '/terms/repaymentMethods met'],
    ],
    [
      'repayment not accepted',
      { repaymentMethods: ['FLEXIBLE'] },
      { repaymentMethodsAccepted: ['LUMP_SUM'] },
      ['notEligible', '/terms/repaymentMethods unmet'],
    ],
    ['any repayment', { repaymentMethods: ['FLEXIBLE'] }, { repaymentMethodsAccepted: [] }, ['eligible']],
    [
      'no request',
      {
        amountFenMax: 1,
        termMonthsMax: 1,
        rateBpsMin: 1,
        isUnsecured: false,
        securities: ['SURETY'],
        repaymentMethods: ['FLEXIBLE'],
        purposes: ['FARMING'],
      },
      null,
      ['eligible'],
    ],
  ];
  it.each(cases)('%s', (_name, terms, request, expected) => {
    expect(verdictWith(terms, request)).toEqual(expected);
  });

  it('limit the place and the industry of the firm, with or without a request', () => {
    const terms = { regions: ['510600'], industries: ['C'], industriesExcluded: ['39'] };
    expect(verdictWith(terms, null, factsOf({ region: '510681', industry: '3511' }))).toEqual([
      'eligible',
      '/terms/regions met',
      '/terms/industries met',
      '/terms/industriesExcluded met',
    ]);
    expect(verdictWith(terms, {}, factsOf({ region: '510700', industry: '3911' }))).toEqual([
      'notEligible',
      '/terms/regions unmet',
      '/terms/industries met',
      '/terms/industriesExcluded unmet',
    ]);
  });
});

describe('a clause about the request', () => {
  const clause: Clause = {
    any: [
      { attr: 'requestAmountFen', op: '<=', value: 50_000_000 },
      { attr: 'patents', op: '>=', value: 1 },
    ],
  };

  it('is left out while there is no request', () => {
    expect(matchOne([{ attr: 'requestTermMonths', op: '<=', value: 1 }], new Map())).toMatchObject({
      verdict: 'eligible',
      findings: [],
    });
  });

  it('counts as met where it is an alternative, because some request would meet it', () => {
    const found = matchOne([clause], factsOf({ patents: 0 }));
    expect([found.verdict, only(found.findings).verdict]).toEqual(['eligible', 'met']);
  });

  it('is judged as soon as there is one, with no source but the request itself', () => {
    const found = matchOne([clause], factsOf({ patents: 0 }), requestOf({ amountFen: 50_000_001 }));
    expect(found.verdict).toBe('notEligible');
    expect(only(found.findings).predicates[0]).toMatchObject({
      dataClass: 'REQUEST',
      measured: 50_000_001,
      asOf: today,
      source: null,
    });
  });
});

describe('the list of matches', () => {
  const employees = (value: number): Clause => ({ attr: 'employees', op: '>=', value });
  const patents: Clause = { attr: 'patents', op: '>=', value: 1 };
  const taxes: Clause = { attr: 'taxPaidLast12MonthsFen', op: '>=', value: 1 };
  const facts = factsOf({
    employees: 10,
    patents: unknownFor('notConsented'),
    taxPaidLast12MonthsFen: unknownFor('notConsented'),
    inventionPatents: unknownFor('missing'),
  });
  const products = [
    productOf('far', [employees(20), { attr: 'employees', op: '>=', value: 30 }]),
    productOf('near', [employees(11)]),
    productOf('also-open2', [patents, taxes]),
    productOf('open1b', [patents]),
    productOf('open1a', [taxes]),
    productOf('yes-b', []),
    productOf('yes-a', [employees(10)]),
    productOf('waits', [{ attr: 'inventionPatents', op: '>=', value: 1 }, patents]),
    productOf('near-open', [employees(11), taxes]),
  ];
  const ids = (order: readonly MatchableProduct[]) => match(order, facts, null, today).map(({ productId }) => productId);

  it('goes from eligible over possible to not eligible, each by what is in the way, then by id', () => {
    const expected = ['yes-a', 'yes-b', 'open1a', 'open1b', 'also-open2', 'waits', 'near', 'near-open', 'far'];
    expect(ids(products)).toEqual(expected);
    expect(ids([...products].reverse())).toEqual(expected);
  });

  it('advises the authorisation that alone decides the most products', () => {
    expect(authorisationAdvice(possibleOf(match(products, facts, null, today)))).toEqual([
      { dataClass: 'PATENT', productIds: ['open1b'] },
      { dataClass: 'TAX_PAID', productIds: ['open1a'] },
    ]);
    expect(authorisationAdvice(possibleOf(match([...products, productOf('open1c', [taxes])], facts, null, today)))[0]).toEqual({
      dataClass: 'TAX_PAID',
      productIds: ['open1a', 'open1c'],
    });
  });

  it('names the near misses with the change and the verdict then', () => {
    const misses = nearMisses(match(products, facts, null, today));
    expect(
      misses.map(({ productId, verdictThen, changes }) => [productId, verdictThen, changes.map(({ need }) => need)]),
    ).toEqual([
      ['near', 'eligible', [11]],
      ['near-open', 'possible', [11]],
    ]);
  });

  it('keeps what a firm has when it adds what it lacks', () => {
    const licences: Clause = { attr: 'licencesInForce', op: 'hasAll', value: ['FOOD', 'DRUG'] };
    const miss = only(nearMisses(match([productOf('p', [licences])], factsOf({ licencesInForce: ['FOOD'] }), null, today)));
    expect([miss.verdictThen, miss.changes.map(({ need }) => need)]).toEqual(['eligible', [['DRUG']]]);
  });

  it('does not call it a near miss when the change would break another clause', () => {
    const young: Clause = { attr: 'foundedOn', op: 'atMostAgo', months: 24 };
    const filing: Clause = { attr: 'taxFilingMonths', op: '>=', value: 24 };
    const firm = (foundedOn: string) => factsOf({ foundedOn, taxFilingMonths: 20 });
    const misses = (foundedOn: string) =>
      nearMisses(match([productOf('p', [young, filing])], firm(foundedOn), null, today)).length;
    expect([misses('2024-09-30'), misses('2024-09-29')]).toEqual([1, 0]);
  });
});

describe('the text of a run, to be hashed', () => {
  const clause: Clause = { attr: 'taxCreditGrade', op: 'in', value: ['A', 'B'] };
  const facts = factsOf({ employees: 1, taxCreditGrade: 'A' });
  const text = (products: MatchableProduct[], about = facts, request = requestOf({}), day = today) =>
    matchInputText(products, about, request, day);
  const [a, b] = [productOf('a', [clause]), productOf('b', [])];

  it('does not depend on the order of products, facts or codes', () => {
    const shuffled = new Map([...facts].reverse());
    expect(text([b, productOf('a', [{ ...clause, value: ['B', 'A'] }])], shuffled)).toBe(text([a, b]));
  });

  it('depends on rule, terms, facts, request and day', () => {
    const base = text([a, b]);
    const others = [
      text([a]),
      text([a, productOf('b', [], { amountFenMax: 1 })]),
      text([productOf('a', []), b]),
      text([a, b], factsOf({ employees: 2, taxCreditGrade: 'A' })),
      text([a, b], facts, requestOf({ amountFen: 1 })),
      text([a, b], facts, requestOf({}), calendarDate('2026-07-01')),
    ];
    expect(new Set([base, ...others]).size).toBe(7);
  });
});
