import type { Measure } from './measure';
import { countBehind, transactionDimensions, transactionGroups } from './transactions';

export const transactionCount: Measure = {
  name: 'transactionCount',
  label: { zh: '达成融资笔数', en: 'Transactions' },
  definition: {
    zh: '期间内经平台放款的融资笔数，按放款月份统计。',
    en: 'Loans applied for on the platform and disbursed in the period, counted in the month of disbursement.',
  },
  unit: 'count',
  dimensions: transactionDimensions,
  covers: 'period',
  isConfidential: true,
  whenEmpty: 0,
  figures: async (read, request) =>
    (await transactionGroups(read, request)).map(group => ({
      keys: group.keys,
      value: group.count,
      behind: [countBehind(group)],
    })),
};
