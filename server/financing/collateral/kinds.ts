import type { SecurityKind } from '../../matching/attributes';
import type { Text } from '../../shared/text';

/** What is pledged or mortgaged as a thing or a right that has a register of its own. */
export const collateralKinds = [
  'REAL_ESTATE_MORTGAGE',
  'RECEIVABLES_PLEDGE',
  'PATENT_PLEDGE',
  'TRADEMARK_PLEDGE',
  'LAND_MANAGEMENT_RIGHT',
  'BIOLOGICAL_ASSET',
] as const satisfies readonly SecurityKind[];
export type CollateralKind = (typeof collateralKinds)[number];

export const isCollateralKind = (kind: SecurityKind): kind is CollateralKind =>
  (collateralKinds as readonly SecurityKind[]).includes(kind);

/** The value of a patent or a trademark is what bank and firm agree on: both have to say so (协商估值). */
export const isValueAgreed = (kind: CollateralKind): boolean => kind === 'PATENT_PLEDGE' || kind === 'TRADEMARK_PLEDGE';

const movables: Text = {
  zh: '动产融资统一登记公示系统（中登网）',
  en: 'Unified registration system for movables finance',
};

/** Where each kind is registered. Source: 民法典 402, 403, 441, 444, 445; 国务院关于实施动产和权利担保统一登记的决定（2020）. */
export const registries: Readonly<Record<CollateralKind, Text>> = {
  REAL_ESTATE_MORTGAGE: { zh: '不动产登记机构', en: 'Real-estate register' },
  RECEIVABLES_PLEDGE: movables,
  PATENT_PLEDGE: { zh: '国家知识产权局（专利权质押）', en: 'National IP administration, patents' },
  TRADEMARK_PLEDGE: { zh: '国家知识产权局（商标专用权质押）', en: 'National IP administration, trademarks' },
  LAND_MANAGEMENT_RIGHT: { zh: '农村产权交易（登记）机构', en: 'Rural property exchange' },
  BIOLOGICAL_ASSET: movables,
};
