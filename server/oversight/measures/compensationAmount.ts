import { guaranteeDimensions, guaranteedGroups } from './guaranteedLoans';
import type { Measure } from './measure';

export const compensationAmount: Measure = {
  name: 'compensationAmount',
  label: { zh: '累计代偿额', en: 'Compensated so far' },
  definition: {
    zh: '担保贷款至今已代偿的本金合计，未扣除追回部分。',
    en: 'The principal of guaranteed loans that was compensated so far, before what was recovered.',
  },
  unit: 'fen',
  dimensions: guaranteeDimensions,
  covers: 'now',
  isConfidential: true,
  whenEmpty: 0,
  figures: async (read, { groupBy }) =>
    (await guaranteedGroups(read, groupBy)).map(({ keys, compensated }) => ({
      keys,
      value: compensated.sum,
      behind: [compensated],
    })),
};
