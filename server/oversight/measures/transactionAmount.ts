import type { Measure } from './measure';
import { transactionDimensions, transactionGroups } from './transactions';

export const transactionAmount: Measure = {
  name: 'transactionAmount',
  label: { zh: '达成融资金额', en: 'Amount financed' },
  definition: {
    zh: '期间内经平台放款的融资金额合计，按放款月份统计。',
    en: 'The sum of the loans applied for on the platform and disbursed in the period.',
  },
  unit: 'fen',
  dimensions: transactionDimensions,
  covers: 'period',
  isConfidential: true,
  whenEmpty: 0,
  figures: async (read, request) =>
    (await transactionGroups(read, request)).map(group => ({
      keys: group.keys,
      value: group.amount.sum,
      behind: [group.amount],
    })),
};
