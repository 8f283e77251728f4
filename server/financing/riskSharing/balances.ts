import type { Fen } from '../../shared/money';
import { bpsPerUnit } from '../../shared/rate';
import { roundedQuotient } from '../repayment/dayCount';

export type GuaranteedLoan = {
  /** What is still owed of the loan. */
  readonly nominalFen: Fen;
  /** The lender's own share of a loss. */
  readonly creditorBps: number;
  /** What the guarantor answers for towards the lender, and what of it others have taken over by re-guarantee. */
  readonly directBps: number;
  readonly reguaranteedBps: readonly number[];
};

export type GuaranteeBalances = { readonly guaranteedFen: Fen; readonly liabilityFen: Fen };

/**
 * The two balances that a guarantor reports of a loan: 在保余额, the part that is not the lender's own risk, and 责任余额, what stays with
 * the guarantor after re-guarantee. To the nearest fen, a half up.
 * Source: 在保余额 = 名义在保余额 × (1 − 债权人分险比例); 责任余额 = 名义在保余额 × (直担比例 − 各级再担保比例), as guarantors report them.
 */
export function guaranteeBalances({ nominalFen, creditorBps, directBps, reguaranteedBps }: GuaranteedLoan): GuaranteeBalances {
  const partOf = (bps: number) => roundedQuotient(BigInt(nominalFen) * BigInt(bps), BigInt(bpsPerUnit));
  const reguaranteed = reguaranteedBps.reduce((sum, bps) => sum + bps, 0);
  return { guaranteedFen: partOf(bpsPerUnit - creditorBps), liabilityFen: partOf(directBps - reguaranteed) };
}
