import type { ImportKind } from './importKind';
import { enterpriseKind } from './kinds/enterprises';
import { invoiceKind } from './kinds/invoices';
import { productKind } from './kinds/products';
import { recordKind } from './kinds/records';
import { repaymentKind } from './kinds/repayments';
import { whiteListFirmKind } from './kinds/whiteListFirms';
import type { ImportKindCode } from './tables';

/** Every kind of file that the platform takes in. */
export const importKinds: readonly ImportKind[] = [
  enterpriseKind,
  invoiceKind,
  recordKind,
  productKind,
  repaymentKind,
  whiteListFirmKind,
];

/** The kind with this code. */
export function kindOf(code: ImportKindCode): ImportKind {
  const kind = importKinds.find(each => each.code === code);
  if (kind === undefined) throw new RangeError(`no such kind of import: ${code}`);
  return kind;
}
