import { judgeRule, type Truth } from '../../../server/matching/evaluate';
import type { Facts } from '../../../server/matching/facts';
import type { MatchableProduct } from '../../../server/matching/match';
import { today } from './columns';
import { clausesOf } from './conditions';

const wholeRules = new WeakMap<MatchableProduct, Parameters<typeof judgeRule>[0]>();

/** The naive evaluator on one product: its terms and its rule as one list of clauses. */
export function naive(product: MatchableProduct, facts: Facts, { hasRequest }: { hasRequest: boolean }): Truth {
  const rule = wholeRules.get(product) ?? { all: clausesOf(product) };
  wholeRules.set(product, rule);
  return judgeRule(rule, { facts, today, hasRequest });
}
