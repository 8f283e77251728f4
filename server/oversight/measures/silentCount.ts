import { askedDimensions, askedIn } from './asked';
import { behindCases, groupedCases } from './cases';
import type { Measure } from './measure';

export const silentCount: Measure = {
  name: 'silentCount',
  label: { zh: '超时释放', en: 'Released by silence' },
  definition: {
    zh: '其中银行超过受理时限两倍仍不答复、被自动释放的笔数。',
    en: 'Of these, left unanswered for twice the limit and released.',
  },
  unit: 'count',
  dimensions: askedDimensions,
  covers: 'period',
  isConfidential: true,
  whenEmpty: 0,
  figures: async (read, request) =>
    groupedCases(await askedIn(read, request), request.groupBy).map(({ keys, cases }) => {
      const silent = cases.filter(({ outcome }) => outcome === 'silent');
      return { keys, value: silent.length, behind: [behindCases(silent)] };
    }),
};
