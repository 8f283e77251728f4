import type { Text } from '../../shared/text';
import type { FeatureKey } from './features';

export type ItemUnit = 'fen' | 'bps' | 'firmsPerMonth';

/** One line of the card: what it measures, in words, and which way is better. The points are in `card`. */
export type Item = {
  readonly label: Text;
  readonly unit: ItemUnit;
  /** Points only ever rise this way; the fit keeps to it, so that no advice asks a firm to do worse. */
  readonly better: 'higher' | 'lower';
  /** Why a firm can have no value here, and what would give it one. */
  readonly whenUnknown: Text;
};

const tooShort: Text = {
  zh: '开票记录不足12个月，授权更长期间的增值税发票汇总后即可计算。',
  en: 'There are fewer than 12 months of invoices; authorise a longer period of the VAT invoice summary.',
};

/** The five items, in the order in which they are shown. */
export const items: Readonly<Record<FeatureKey, Item>> = {
  averageMonthlySalesFen: {
    label: { zh: '月均开票销售额', en: 'Average monthly invoiced sales' },
    unit: 'fen',
    better: 'higher',
    whenUnknown: tooShort,
  },
  activeMonthsShareBps: {
    label: { zh: '有销售的月份占比', en: 'Share of months with sales' },
    unit: 'bps',
    better: 'higher',
    whenUnknown: tooShort,
  },
  topCustomerShareBps: {
    label: { zh: '当月第一大客户占比', en: "Share of each month's largest customer" },
    unit: 'bps',
    better: 'lower',
    whenUnknown: {
      zh: '开票记录不足12个月，或期间净销售额不为正，无法计算占比。',
      en: 'There are fewer than 12 months of invoices, or no net sales that a customer could have a share of.',
    },
  },
  voidShareBps: {
    label: { zh: '销项发票作废率', en: 'Share of void sales invoices' },
    unit: 'bps',
    better: 'lower',
    whenUnknown: {
      zh: '开票记录不足12个月，或期间没有开具销项发票。',
      en: 'There are fewer than 12 months of invoices, or no sales invoice was issued in them.',
    },
  },
  suppliersPerMonth: {
    label: { zh: '月均供应商户数', en: 'Suppliers in an average month' },
    unit: 'firmsPerMonth',
    better: 'higher',
    whenUnknown: tooShort,
  },
};

export const itemKeys = Object.keys(items) as readonly FeatureKey[];
