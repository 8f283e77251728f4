import { shareBps } from '../../shared/rate';
import type { Measure } from './measure';
import { outstandingDimensions, outstandingGroups } from './outstanding';

/** Of the five tiers the last three; the class is that of the daily review. */
export const nonPerformingRatio: Measure = {
  name: 'nonPerformingRatio',
  label: { zh: '平台贷款不良率', en: 'Non-performing ratio' },
  definition: {
    zh: '此刻（次级+可疑+损失类贷款余额）÷平台贷款余额，四舍五入到0.01个百分点。',
    en: 'Substandard, doubtful and loss loans now outstanding / all loans outstanding, rounded to 0.01 %.',
  },
  unit: 'bps',
  dimensions: outstandingDimensions,
  covers: 'now',
  isConfidential: true,
  whenEmpty: null,
  figures: async (read, { groupBy }) =>
    (await outstandingGroups(read, groupBy)).map(({ keys, balance, nonPerforming }) => ({
      keys,
      value: shareBps(nonPerforming.sum, balance.sum),
      behind: [nonPerforming, balance],
    })),
};
