import { institutionReports } from '../reports/tables';
import type { Measure } from './measure';
import { growthFigures } from './reports';

export const directFinancingGrowth: Measure = {
  name: 'directFinancingGrowth',
  label: { zh: '直接融资同比增速', en: 'Growth of direct financing' },
  definition: {
    zh: '（当年累计直接融资−上年同期累计）÷上年同期累计。',
    en: '(Direct financing in the year so far − that of the same months a year before) / that of the year before.',
  },
  unit: 'bps',
  dimensions: ['month'],
  covers: 'lastMonth',
  isConfidential: true,
  whenEmpty: null,
  figures: (read, request) => growthFigures(read, institutionReports.directFinancingFen, request),
};
