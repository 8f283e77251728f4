import { indicatedDimensions, indicatedShare } from './indicated';
import type { Measure } from './measure';

export const indicationDisbursedRate: Measure = {
  name: 'indicationDisbursedRate',
  label: { zh: '预授信放款率', en: 'Indications paid out' },
  definition: {
    zh: '其中至今已放款的比例，按首次预授信的月份统计。',
    en: 'The part of these of which the money was paid out so far, by the month of the indication.',
  },
  unit: 'bps',
  dimensions: indicatedDimensions,
  covers: 'period',
  isConfidential: true,
  whenEmpty: null,
  figures: (read, request) => indicatedShare(read, request, ({ isDisbursed }) => isDisbursed),
};
