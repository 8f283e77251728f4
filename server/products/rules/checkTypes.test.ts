import 'reflect-metadata';
import { expect, test } from 'vitest';
import { checkOfRule } from './checkTypes';

const years = { attr: 'foundedOn', op: 'atLeastAgo', months: 24 };
const unfinished = { attr: 'employeeCount', op: '>=', value: null };

test('a sound clause is put in words beside one that is not finished', () => {
  const { problems, sentences } = checkOfRule({ all: [unfinished, years] });
  expect(problems.map(({ path }) => path)).toEqual([expect.stringMatching(/^\/all\/0/)]);
  expect(sentences).toEqual([{ path: '/all/1', text: { zh: '成立时间已满24个月', en: 'Founded: at least 24 months ago' } }]);
});

test.each([[{}], [{ all: 'none' }], [{ any: [] }]])('%o has problems and no words', json => {
  const { problems, sentences } = checkOfRule(json);
  expect(problems).not.toEqual([]);
  expect(sentences).toEqual([]);
});

test('a rule that asks nothing has neither', () => expect(checkOfRule({ all: [] })).toEqual({ problems: [], sentences: [] }));
