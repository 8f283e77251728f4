import { type Fen, fenPerWan } from '../../shared/money';
import type { SizeResult } from '../../shared/sizeClass';

/** The most that one borrower may be granted in total by the lender: 1,000 万元, the figure itself included. */
export const householdCreditFenMax: Fen = 1_000 * fenPerWan;

/**
 * Whom the loan is made to. An owner (小微企业主) borrows in person for the business; `sizeClass` is then that of the business.
 * A self-employed business (个体工商户) is inclusive whatever its size.
 */
export type BorrowerKind = 'enterprise' | 'selfEmployed' | 'owner';

export type InclusiveInput = {
  readonly borrower: BorrowerKind;
  readonly sizeClass: SizeResult['sizeClass'];
  readonly amountFen: Fen;
  /** All limits this lender has granted the borrower, this loan among them; null when the lender has not stated it. */
  readonly householdCreditFen: Fen | null;
  /** Discounted bills (科目 1301) are left out of the inclusive balance. */
  readonly isDiscountedBill: boolean;
};

/**
 * Whether a loan is an inclusive loan to a small or micro business (普惠型小微企业贷款): a small or micro firm, a self-employed
 * business or the owner of a small or micro firm borrows to operate, and the borrower's total credit at the lender, not the
 * single loan, is at most 1,000 万元. Null when a fact that would decide it is not known.
 * Throws a RangeError when the total credit stated is below this loan's own amount: it would not include it.
 * Source: the regulator's return S71 (银行业金融机构普惠金融重点领域贷款情况表), as a bank codes it.
 */
export function isInclusive({
  borrower,
  sizeClass,
  amountFen,
  householdCreditFen,
  isDiscountedBill,
}: InclusiveInput): boolean | null {
  if (householdCreditFen !== null && householdCreditFen < amountFen)
    throw new RangeError(`total credit of ${householdCreditFen} fen does not include the loan of ${amountFen} fen`);
  return allOf([
    !isDiscountedBill,
    borrower === 'selfEmployed' || isSmallOrMicro(sizeClass),
    amountFen <= householdCreditFenMax,
    householdCreditFen === null ? null : householdCreditFen <= householdCreditFenMax,
  ]);
}

/** A finance, school or health business has no size class under 300号 and so is not a small firm by it. */
const isSmallOrMicro = (sizeClass: SizeResult['sizeClass']): boolean | null =>
  sizeClass === 'UNKNOWN' ? null : sizeClass === 'SMALL' || sizeClass === 'MICRO';

/** One no settles it; without a no, an unknown leaves it open. */
const allOf = (conditions: readonly (boolean | null)[]): boolean | null =>
  conditions.includes(false) ? false : conditions.includes(null) ? null : true;
