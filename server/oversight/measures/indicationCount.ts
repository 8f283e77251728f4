import { behindCases, groupedCases } from './cases';
import { indicatedDimensions, indicatedIn } from './indicated';
import type { Measure } from './measure';

export const indicationCount: Measure = {
  name: 'indicationCount',
  label: { zh: '预授信笔数', en: 'Indications in principle' },
  definition: {
    zh: '期间内首次出具预授信意向的申请笔数；意向不具约束力，不计入批准和成交。',
    en: 'Applications of which a bank first said in principle in the period what it could lend. An indication binds nobody: it is no approval and no deal.',
  },
  unit: 'count',
  dimensions: indicatedDimensions,
  covers: 'period',
  isConfidential: true,
  whenEmpty: 0,
  figures: async (read, request) =>
    groupedCases(await indicatedIn(read, request), request.groupBy).map(({ keys, cases }) => ({
      keys,
      value: cases.length,
      behind: [behindCases(cases)],
    })),
};
