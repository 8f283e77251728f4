import { buildSchema, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { measure, type Variables } from './cost';

const schema = buildSchema(`
  input ListInput { page: Int = 1, perPage: Int = 25, q: String }
  type Firm { name: String!, labels: [String!]!, transactions(list: ListInput): TransactionPage! }
  type FirmPage { items: [Firm!]!, total: Int! }
  type Transaction { amount: Int!, firm: Firm! }
  type TransactionPage { items: [Transaction!]!, total: Int! }
  type Query { firm: Firm, firms(list: ListInput): FirmPage! }
  type Mutation { rename(name: String!): Firm!, signIn(username: String!): Firm! }
`);

const valuesOf = (document: string, variables: Variables | null = {}): number =>
  measure(schema, parse(document), variables).values;

/** A firm's transactions, the firm of each, its transactions, … */
const around = (levels: number): string => (levels === 0 ? 'name' : `transactions { items { firm { ${around(levels - 1)} } } }`);

describe('measure', () => {
  it.each([
    ['one record', '{ firm { name } }', 2],
    ['a list without pages, taken as ten', '{ firm { labels } }', 1 + 10],
    ['a page of the default size', '{ firms { items { name } total } }', 1 + 25 + 25 + 1],
    ['a page of the size asked for', '{ firms(list: { perPage: 3 }) { items { name } } }', 1 + 3 + 3],
    [
      'a page inside a page',
      '{ firms(list: { perPage: 2 }) { items { transactions(list: { perPage: 5 }) { items { amount } } } } }',
      1 + 2 + 2 + 10 + 10,
    ],
    ['a fragment, as often as it is spread', '{ a: firm { ...F } b: firm { ...F } } fragment F on Firm { name }', 4],
    ['a fragment inside itself, once', '{ firm { ...F } } fragment F on Firm { name ...F }', 2],
    ['a page of nothing, as one record', '{ firms(list: { perPage: 0 }) { items { name } } }', 1 + 1 + 1],
  ])('counts %s', (_name, document, expected) => {
    expect(valuesOf(document)).toBe(expected);
  });

  it.each([
    ['perPage', 'query ($n: Int) { firms(list: { perPage: $n }) { items { name } } }', { n: 7 }],
    ['the whole list', 'query ($list: ListInput) { firms(list: $list) { items { name } } }', { list: { perPage: 7 } }],
  ])('reads the size of a page from a variable for %s, and takes 200 while it is not known', (_name, document, variables) => {
    expect(valuesOf(document, variables)).toBe(1 + 7 + 7);
    expect(valuesOf(document, null)).toBe(1 + 200 + 200);
  });

  it('refuses firm, transactions, firm, … once it multiplies beyond 100,000 values', () => {
    const document = `{ firms(list: { perPage: 200 }) { items { ${around(2)} } } }`;
    expect(() => valuesOf(document)).toThrow('at most 100,000 values');
    expect(valuesOf(document.replace('200', '1'))).toBeLessThan(100_000);
  });

  it('refuses nine levels of firm and transactions, however small the pages, by their depth', () => {
    expect(() => valuesOf(`{ firm { ${around(9).replaceAll('transactions', 'transactions(list: { perPage: 1 })')} } }`)).toThrow(
      '16 levels',
    );
  });

  it('names the root fields of every operation, also those of fragments', () => {
    const document = parse(
      'query A { firm { name } } mutation B { ...M } fragment M on Mutation { signIn(username: "a") { name } }',
    );
    expect(measure(schema, document, {}).rootFields).toEqual(['firm', 'signIn']);
  });

  it('refuses a second sign-in in one document', () => {
    expect(() => valuesOf('mutation { signIn(username: "a") { name } b: signIn(username: "b") { name } }')).toThrow('1 sign-ins');
  });
});
