import type { Measure } from './measure';
import { transactionDimensions, transactionGroups } from './transactions';

/** Σ(amount · rate) / Σ amount; it follows the amount it is divided by. */
export const transactionRate: Measure = {
  name: 'transactionRate',
  label: { zh: '加权平均利率', en: 'Weighted average rate' },
  definition: {
    zh: '期间内放款的年利率按放款金额加权平均：Σ(金额×利率)÷Σ金额，四舍五入到0.01个百分点。',
    en: 'The yearly rates of the loans disbursed in the period, weighted by their amounts: Σ(amount × rate) / Σ amount, rounded to 0.01 %.',
  },
  unit: 'bps',
  dimensions: transactionDimensions,
  covers: 'period',
  isConfidential: true,
  whenEmpty: null,
  figures: async (read, request) =>
    (await transactionGroups(read, request)).map(group => ({
      keys: group.keys,
      value: Math.round(group.weightedRateFenBps / group.amount.sum),
      behind: [group.amount],
    })),
};
