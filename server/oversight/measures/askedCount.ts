import { askedDimensions, askedIn } from './asked';
import { behindCases, groupedCases } from './cases';
import type { Measure } from './measure';

export const askedCount: Measure = {
  name: 'askedCount',
  label: { zh: '接到申请', en: 'Applications asked' },
  definition: {
    zh: '期间内送达银行的申请笔数：企业直接申请、银行抢单、平台派单，按送达月份统计。',
    en: 'Applications that reached a bank in the period: sent by a firm, grabbed or dispatched, in the month of their arrival.',
  },
  unit: 'count',
  dimensions: askedDimensions,
  covers: 'period',
  isConfidential: true,
  whenEmpty: 0,
  figures: async (read, request) =>
    groupedCases(await askedIn(read, request), request.groupBy).map(({ keys, cases }) => ({
      keys,
      value: cases.length,
      behind: [behindCases(cases)],
    })),
};
