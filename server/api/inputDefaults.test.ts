import { buildSchema, Kind, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { withDefaults } from './inputDefaults';

const schema = buildSchema(`
  enum Order { ASC DESC }
  input Filter { state: String! = "open", tags: [String!] }
  input List { page: Int! = 1, order: Order = DESC, filter: Filter, filters: [Filter!] }
  type Query { things(list: List, n: Int): Int }
`);

const filled = (variables: Record<string, unknown>) => {
  const [operation] = parse('query ($list: List, $n: Int) { things(list: $list, n: $n) }').definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation');
  return withDefaults(schema, operation, variables);
};

describe('withDefaults', () => {
  it.each([
    ['what was left out', { list: {} }, { list: { page: 1, order: 'DESC' } }],
    ['nothing that was given, null included', { list: { page: 7, order: null } }, { list: { page: 7, order: null } }],
    [
      'inputs inside inputs',
      { list: { page: 1, order: 'ASC', filter: {} } },
      { list: { page: 1, order: 'ASC', filter: { state: 'open' } } },
    ],
    [
      'inputs inside lists',
      { list: { page: 1, order: 'ASC', filters: [{}, { state: 'x' }] } },
      { list: { page: 1, order: 'ASC', filters: [{ state: 'open' }, { state: 'x' }] } },
    ],
    ['nothing where a whole input was left out', { n: 3 }, { n: 3 }],
    ['nothing where a whole input is null', { list: null }, { list: null }],
  ])('writes out %s', (_name, given, expected) => {
    expect(filled(given)).toEqual(expected);
  });

  it('leaves what was given as it was', () => {
    const given = { list: { filter: {} } };
    filled(given);
    expect(given).toEqual({ list: { filter: {} } });
  });
});
