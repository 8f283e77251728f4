import { expect, test } from 'vitest';
import { changesBetween } from './changes';

const row = (field: string, ...lines: string[]) => ({ field, lines });

test.each([
  ['nothing differs', [row('name', '税信贷')], [row('name', '税信贷')], []],
  [
    'a word changed',
    [row('name', '税信贷')],
    [row('name', '税易贷')],
    [{ field: 'name', removed: ['税信贷'], added: ['税易贷'] }],
  ],
  ['a condition more', [row('rule', 'A')], [row('rule', 'A', 'B')], [{ field: 'rule', removed: [], added: ['B'] }]],
  ['a condition less', [row('rule', 'A', 'B')], [row('rule', 'B')], [{ field: 'rule', removed: ['A'], added: [] }]],
  ['another order only', [row('rule', 'A', 'B')], [row('rule', 'B', 'A')], []],
  ['the same fee twice', [row('fees', 'F')], [row('fees', 'F', 'F')], [{ field: 'fees', removed: [], added: ['F'] }]],
  [
    'a field stated for the first time',
    [row('term')],
    [row('term', '12 个月')],
    [{ field: 'term', removed: [], added: ['12 个月'] }],
  ],
])('%s', (_, before, after, changes) => expect(changesBetween(before, after)).toEqual(changes));
