import { expect, it } from 'vitest';
import { wordMessage } from '../kinds';
import type { MatchesChanged } from './matches';

const product = { id: 'p1', name: '德税贷', institution: '德阳银行' };
const told = (payload: Partial<MatchesChanged>) =>
  wordMessage('matchesChanged', { runId: 'r', entered: [], enteredCount: 0, left: [], leftCount: 0, ...payload });

it('says what entered and what left, and of which product each line speaks', () => {
  const { title, lines } = told({ entered: [product], enteredCount: 1, left: [product], leftCount: 1 });
  expect(title).toEqual({
    zh: '新增 1 款产品适合您，1 款产品不再适合您',
    en: '1 product now fits you; 1 product no longer fits you',
  });
  expect(lines).toEqual([
    {
      text: { zh: '现在符合：德阳银行「德税贷」', en: 'Now eligible: 德税贷, 德阳银行' },
      subject: { kind: 'product', id: 'p1' },
    },
    {
      text: { zh: '不再符合：德阳银行「德税贷」', en: 'No longer eligible: 德税贷, 德阳银行' },
      subject: { kind: 'product', id: 'p1' },
    },
  ]);
});

it('leaves out the side on which nothing happened', () => {
  expect(told({ entered: [product], enteredCount: 3 }).title).toEqual({
    zh: '新增 3 款产品适合您',
    en: '3 products now fit you',
  });
  expect(told({ left: [product], leftCount: 2 }).title).toEqual({ zh: '2 款产品不再适合您', en: '2 products no longer fit you' });
});

it('counts what a list that was cut does not name', () => {
  const { lines } = told({ entered: [product], enteredCount: 5 });
  expect(lines.at(-1)).toEqual({ text: { zh: '另有 4 款现在符合', en: '4 more now eligible' }, subject: null });
});
