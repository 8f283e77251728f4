import { institutionReports } from '../reports/tables';
import type { Measure } from './measure';
import { growthFigures } from './reports';

export const loansGrowth: Measure = {
  name: 'loansGrowth',
  label: { zh: '贷款同比增速', en: 'Growth of loans' },
  definition: {
    zh: '（本月末各项贷款余额−上年同月末余额）÷上年同月末余额。',
    en: '(Loans at the end of the month − those a year before) / those a year before.',
  },
  unit: 'bps',
  dimensions: ['month'],
  covers: 'lastMonth',
  isConfidential: true,
  whenEmpty: null,
  figures: (read, request) => growthFigures(read, institutionReports.loansFen, request),
};
