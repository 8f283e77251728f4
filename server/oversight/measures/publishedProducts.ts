import { eq } from 'drizzle-orm';
import { products } from '../../products/tables';
import type { Measure } from './measure';
import { productCounts } from './products';

export const publishedProducts: Measure = {
  name: 'publishedProducts',
  label: { zh: '在架产品数', en: 'Products on the shelf' },
  definition: {
    zh: '此刻在平台上架的贷款产品个数；一个产品可有多个标签，在每个标签下各计一次。',
    en: 'Loan products that are published now; a product with several labels is counted under each.',
  },
  unit: 'count',
  dimensions: ['bank', 'label'],
  covers: 'now',
  isConfidential: false,
  whenEmpty: 0,
  figures: (read, { groupBy }) => productCounts(read, groupBy, eq(products.listing, 'published')),
};
