export type RefusedDocument = {
  readonly name: string;
  readonly document: string;
  readonly variables?: Record<string, unknown>;
  /** The rule that the refusal names. */
  readonly rule: string;
  /** 400 when left out. */
  readonly status?: number;
};

export const times = (count: number, line: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => line(at)).join(' ');

/** `levels` lists inside one another: the types that may stand for a type, those that may stand for each of them, … */
const fanOut = (levels: number): string => (levels === 0 ? 'name' : `possibleTypes { ${fanOut(levels - 1)} }`);

export const nested = (levels: number): string => (levels === 0 ? 'name' : `ofType { ${nested(levels - 1)} }`);

/** From an application to its offers and back to their application, `times` over. */
const thereAndBack = (times: number): string => (times === 0 ? 'id' : `offers { application { ${thereAndBack(times - 1)} } }`);

/** Fragments that each spread the next one twice: the answer doubles with every line. */
const bomb = (levels: number): string =>
  `query { __schema { types { ...f0 } } } ${times(levels, at => `fragment f${at} on __Type { ...f${at + 1} ofType { ...f${at + 1} } }`)} fragment f${levels} on __Type { name }`;

/** What one request may not ask: journeys hold each refusal, the bench of limits how long it takes. */
export const refusedDocuments: readonly RefusedDocument[] = [
  { name: 'a query 50 levels deep', document: `{ __schema { queryType { ${nested(48)} } } }`, rule: 'document.depthMax' },
  { name: 'a fan-out of 9 lists', document: `{ __schema { types { ${fanOut(8)} } } }`, rule: 'document.valuesMax' },
  {
    name: 'a fan-out there and back',
    document: `{ applications(list: { perPage: 200 }) { items { ${thereAndBack(4)} } } }`,
    rule: 'document.valuesMax',
  },
  { name: 'fragments that double at every level', document: bomb(13), rule: 'document.stepsMax' },
  { name: '51 aliases', document: `{ ${times(51, at => `a${at}: __typename`)} }`, rule: 'document.aliasesMax' },
  {
    name: '10,000 aliases',
    document: `{ ${times(10_000, at => `a${at}: __typename`)} }`,
    rule: 'document.documentCharactersMax',
  },
  { name: '10,000 short fields', document: `{ ${times(10_000, () => 'id')} }`, rule: 'document.tokensMax' },
  { name: 'a document of 1 MB', document: `{ __typename } # ${'x'.repeat(1_000_000)}`, rule: 'body.bytesMax', status: 413 },
  {
    name: 'a page of 1,000,000, written out',
    document: '{ products(list: { perPage: 1000000 }) { total } }',
    rule: 'perPage.range',
  },
  {
    name: 'a page of 1,000,000, as a variable',
    document: 'query ($list: ProductListInput!) { products(list: $list) { total } }',
    variables: { list: { perPage: 1_000_000 } },
    rule: 'perPage.range',
    status: 200,
  },
  {
    name: '11 mutations',
    document: `mutation { ${times(11, at => `a${at}: revokeConsent(id: "x", version: 1) { id }`)} }`,
    rule: 'document.commandsMax',
  },
  {
    name: 'two sign-ins, one of them in a fragment',
    document:
      'mutation { signIn(username: "a", password: "b") { expiresAt } ...More } fragment More on Mutation { again: signIn(username: "a", password: "c") { expiresAt } }',
    rule: 'document.signInsMax',
  },
];

/** 1,000 operations in one request. */
export const batch = JSON.stringify(Array.from({ length: 1_000 }, () => ({ query: '{ __typename }' })));
