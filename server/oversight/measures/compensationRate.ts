import { shareBps } from '../../shared/rate';
import { guaranteeDimensions, guaranteedGroups } from './guaranteedLoans';
import type { Measure } from './measure';

export const compensationRate: Measure = {
  name: 'compensationRate',
  label: { zh: '累计代偿率', en: 'Compensation rate' },
  definition: {
    zh: '担保贷款至今已代偿的本金，占至今全部担保贷款放款额的比例。',
    en: 'The principal compensated so far as a part of all guaranteed loans that were paid out.',
  },
  unit: 'bps',
  dimensions: guaranteeDimensions,
  covers: 'now',
  isConfidential: true,
  whenEmpty: null,
  figures: async (read, { groupBy }) =>
    (await guaranteedGroups(read, groupBy)).map(({ keys, compensated, lent }) => ({
      keys,
      value: shareBps(compensated.sum, lent.sum),
      behind: [compensated, lent],
    })),
};
