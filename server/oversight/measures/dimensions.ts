import { inArray } from 'drizzle-orm';
import type { Reader } from '../../database/database';
import type { Channel } from '../../financing/applications/tables';
import { organisations } from '../../identity/tables';
import { productCategories, productLabels } from '../../products/vocabulary';
import { regionName } from '../../shared/regions';
import type { Text } from '../../shared/text';

export const dimensionNames = ['month', 'bank', 'county', 'category', 'label', 'channel'] as const;
export type DimensionName = (typeof dimensionNames)[number];

export type Named = { readonly key: string; readonly label: Text };

type Dimension = {
  readonly label: Text;
  /** Whether every case has exactly one key, so that the parts add up to the total. A loan may carry several labels. */
  readonly isPartition: boolean;
  /** Keys with their names, in the order people read them. */
  readonly named: (read: Reader, keys: readonly string[]) => Promise<readonly Named[]>;
};

/** By what figures may be broken down; none of them is a firm. */
export const dimensions: Readonly<Record<DimensionName, Dimension>> = {
  month: {
    label: { zh: '月份', en: 'Month' },
    isPartition: true,
    named: async (_, keys) => [...keys].sort().map(key => ({ key, label: monthName(key) })),
  },
  bank: { label: { zh: '银行', en: 'Bank' }, isPartition: true, named: bankNames },
  county: {
    label: { zh: '县（市、区）', en: 'County' },
    isPartition: true,
    named: async (_, keys) => [...keys].sort().map(key => ({ key, label: regionName(key) })),
  },
  category: {
    label: { zh: '产品类别', en: 'Product category' },
    isPartition: true,
    named: async (_, keys) => inOrderOf(productCategories, keys),
  },
  label: {
    label: { zh: '产品标签', en: 'Product label' },
    isPartition: false,
    named: async (_, keys) => inOrderOf(productLabels, keys),
  },
  channel: {
    label: { zh: '渠道', en: 'Channel' },
    isPartition: true,
    named: async (_, keys) => inOrderOf(channelNames, keys),
  },
};

const channelNames: Readonly<Record<Channel, Text>> = {
  governmentData: { zh: '政务数据渠道', en: 'Government data' },
  direct: { zh: '直接申请', en: 'Direct' },
};

const monthName = (month: string): Text => ({ zh: `${month.slice(0, 4)}年${Number(month.slice(5))}月`, en: month });

async function bankNames(read: Reader, keys: readonly string[]): Promise<readonly Named[]> {
  const banks = await read
    .select({ id: organisations.id, name: organisations.name, shortName: organisations.shortName })
    .from(organisations)
    .where(inArray(organisations.id, [...keys]));
  return banks
    .map(({ id, name, shortName }) => ({ key: id, name: shortName ?? name }))
    .sort((a, b) => a.name.localeCompare(b.name, 'zh-CN') || (a.key < b.key ? -1 : 1))
    .map(({ key, name }) => ({ key, label: { zh: name, en: name } }));
}

const inOrderOf = (names: Readonly<Record<string, Text>>, keys: readonly string[]): Named[] => {
  const known = Object.keys(names);
  return [...keys]
    .sort((a, b) => known.indexOf(a) - known.indexOf(b))
    .map(key => ({ key, label: names[key] ?? { zh: key, en: key } }));
};
