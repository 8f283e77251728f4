import type { EntityType } from '../../enterprises/tables';
import type { ProductLabel } from '../../products/vocabulary';
import { type CalendarDate, monthOf } from '../../shared/dates';
import { industryByCode } from '../../shared/industries';
import type { Application } from '../applications/tables';
import type { PlatformLoan } from '../definitions/firstLoan';
import { loanFlags } from '../definitions/loanFlags';
import type { Offer } from '../offers/tables';
import type { MatchedTransaction, transactionSizes } from './tables';

/** What is known of the borrower on the day of disbursement. */
export type Borrower = {
  readonly entityType: EntityType;
  /** GB/T 2260, six digits. */
  readonly countyCode: string;
  readonly industryCode: string | null;
  readonly sizeClass: (typeof transactionSizes)[number];
  /** The firm's loans on the platform, from every lender. */
  readonly platformLoans: readonly PlatformLoan[];
};

/** What only the bank can say; null where it does not. */
export type Disbursement = {
  readonly disbursedOn: CalendarDate;
  /** All limits it has granted the firm, this loan among them, in fen. */
  readonly householdCreditFen: number | null;
  /** Whether the national credit database shows no bank loan before this one. */
  readonly isAttestedFirst: boolean | null;
};

export type TransactionGround = {
  readonly id: string;
  readonly application: Application;
  readonly offer: Offer;
  readonly borrower: Borrower;
  readonly disbursement: Disbursement;
};

/** The row of the matched transaction that a disbursement makes: its flags follow from the definitions, nothing is typed. */
export function transactionOf({ id, application, offer, borrower, disbursement }: TransactionGround): MatchedTransaction {
  const { disbursedOn, householdCreditFen, isAttestedFirst } = disbursement;
  const { entityType, countyCode, industryCode, sizeClass, platformLoans } = borrower;
  const { amountFen, rateBps, termMonths, securities } = offer;
  return {
    id,
    applicationId: application.id,
    offerId: offer.id,
    demandId: application.demandId,
    enterpriseId: application.enterpriseId,
    institutionId: application.institutionId,
    productId: application.productId,
    productVersionId: application.productVersionId,
    amountFen,
    rateBps,
    termMonths,
    disbursedOn,
    month: monthOf(disbursedOn),
    countyCode,
    industryCode,
    industrySection: (industryCode && industryByCode(industryCode)?.section) ?? null,
    sizeClass,
    channel: application.channel,
    ...loanFlags({
      loan: { id, disbursedOn },
      platformLoans,
      isAttestedFirst,
      securities,
      borrower: entityType === 'selfEmployed' ? 'selfEmployed' : 'enterprise',
      sizeClass,
      amountFen,
      householdCreditFen,
      // The platform's products are loans; none of them buys bills.
      isDiscountedBill: false,
    }),
    householdCreditFen,
    state: 'disbursed',
    riskClass: 'pass',
    bankClass: null,
    reportedMonth: null,
    reasonCode: null,
    reasonText: null,
    renewedById: null,
    endedOn: null,
    version: 1,
  };
}

export type LabelRow = { readonly transactionId: string; readonly label: ProductLabel };

/** The labels of a transaction: those of the product version it was made under. */
export const labelRowsOf = (transactionId: string, labels: readonly ProductLabel[]): LabelRow[] =>
  labels.map(label => ({ transactionId, label }));
