import { and, gte, lt } from 'drizzle-orm';
import { products } from '../../products/tables';
import { calendarDate, shiftMonth } from '../../shared/dates';
import type { Measure } from './measure';
import { productCounts } from './products';

export const newProducts: Measure = {
  name: 'newProducts',
  label: { zh: '新增产品数', en: 'New products' },
  definition: {
    zh: '期间内首次上架的贷款产品个数，之后暂停或下架的也计入。',
    en: 'Loan products first published in the period, whatever became of them since.',
  },
  unit: 'count',
  dimensions: ['month', 'bank', 'label'],
  covers: 'period',
  isConfidential: false,
  whenEmpty: 0,
  figures: (read, { groupBy, from, to }) =>
    productCounts(
      read,
      groupBy,
      and(
        gte(products.firstPublishedOn, calendarDate(`${from}-01`)),
        lt(products.firstPublishedOn, calendarDate(`${shiftMonth(to, 1)}-01`)),
      ),
    ),
};
