import { institutionReports } from '../reports/tables';
import type { Measure } from './measure';
import { reportedFigures } from './reports';

export const directFinancing: Measure = {
  name: 'directFinancing',
  label: { zh: '直接融资', en: 'Direct financing' },
  definition: {
    zh: '当年累计直接融资额：非金融企业通过各机构发行的债券与股票合计。',
    en: 'Bonds and shares of non-financial firms placed by the institutions in the year so far.',
  },
  unit: 'fen',
  dimensions: ['month'],
  covers: 'lastMonth',
  isConfidential: true,
  whenEmpty: null,
  figures: (read, request) => reportedFigures(read, institutionReports.directFinancingFen, request),
};
