import { institutionReports } from '../reports/tables';
import type { Measure } from './measure';
import { reportedFigures } from './reports';

export const loans: Measure = {
  name: 'loans',
  label: { zh: '各项贷款余额', en: 'Loans' },
  definition: {
    zh: '各机构报送的月末各项贷款余额合计。',
    en: 'Loans at the end of the month, added up over the institutions that reported.',
  },
  unit: 'fen',
  dimensions: ['month'],
  covers: 'lastMonth',
  isConfidential: true,
  whenEmpty: null,
  figures: (read, request) => reportedFigures(read, institutionReports.loansFen, request),
};
