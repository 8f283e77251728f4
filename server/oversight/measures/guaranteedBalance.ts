import { guaranteeDimensions, guaranteedGroups } from './guaranteedLoans';
import type { Measure } from './measure';

export const guaranteedBalance: Measure = {
  name: 'guaranteedBalance',
  label: { zh: '在保余额', en: 'Guaranteed balance' },
  definition: {
    zh: '此刻未结清的担保贷款尚欠本金，扣除贷款银行自担部分：尚欠本金×(1−银行分担比例)。',
    en: 'Principal still owed of guaranteed loans now, less what is the risk of the bank: owed × (1 − share of the bank).',
  },
  unit: 'fen',
  dimensions: guaranteeDimensions,
  covers: 'now',
  isConfidential: true,
  whenEmpty: 0,
  figures: async (read, { groupBy }) =>
    (await guaranteedGroups(read, groupBy)).map(({ keys, guaranteed }) => ({
      keys,
      value: guaranteed.sum,
      behind: [guaranteed],
    })),
};
