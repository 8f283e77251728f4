import { indicatedDimensions, indicatedShare } from './indicated';
import type { Measure } from './measure';

export const indicationApprovedRate: Measure = {
  name: 'indicationApprovedRate',
  label: { zh: '预授信批准率', en: 'Indications approved' },
  definition: {
    zh: '其中至今已批准授信的比例，按首次预授信的月份统计。',
    en: 'The part of these whose credit was granted so far, by the month of the indication.',
  },
  unit: 'bps',
  dimensions: indicatedDimensions,
  covers: 'period',
  isConfidential: true,
  whenEmpty: null,
  figures: (read, request) => indicatedShare(read, request, ({ isApproved }) => isApproved),
};
