import { institutionReports } from '../reports/tables';
import type { Measure } from './measure';
import { reportedFigures } from './reports';

export const deposits: Measure = {
  name: 'deposits',
  label: { zh: '各项存款余额', en: 'Deposits' },
  definition: {
    zh: '各机构报送的月末各项存款余额合计。',
    en: 'Deposits at the end of the month, added up over the institutions that reported.',
  },
  unit: 'fen',
  dimensions: ['month'],
  covers: 'lastMonth',
  isConfidential: true,
  whenEmpty: null,
  figures: (read, request) => reportedFigures(read, institutionReports.depositsFen, request),
};
