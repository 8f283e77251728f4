import { institutionReports } from '../reports/tables';
import type { Measure } from './measure';
import { growthFigures } from './reports';

export const depositsGrowth: Measure = {
  name: 'depositsGrowth',
  label: { zh: '存款同比增速', en: 'Growth of deposits' },
  definition: {
    zh: '（本月末各项存款余额−上年同月末余额）÷上年同月末余额。',
    en: '(Deposits at the end of the month − those a year before) / those a year before.',
  },
  unit: 'bps',
  dimensions: ['month'],
  covers: 'lastMonth',
  isConfidential: true,
  whenEmpty: null,
  figures: (read, request) => growthFigures(read, institutionReports.depositsFen, request),
};
