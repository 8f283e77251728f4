import type { Clause, Predicate } from '../../server/matching/rule';
import type { TermsInput } from '../../server/products/termsShape';
import { fenPerWan } from '../../server/shared/money';
import type { Random } from '../random';

/** What the products of one family have in common; each draws its own figures. */
export type Family = {
  /** How many of a hundred or so products on the shelf are of it; red credit has a number of its own. */
  readonly weight: number;
  readonly category: TermsInput['category'];
  /** Names of its products, the plain one first. */
  readonly names: readonly string[];
  readonly labels: TermsInput['labels'];
  readonly audience: string;
  /** What the loan is granted on, for the introduction. */
  readonly grantedOn: string;
  /** Highest amounts in 万元. */
  readonly amountsWan: readonly number[];
  readonly termsMonths: readonly number[];
  /** Spread over the one-year LPR, in basis points: from, to. */
  readonly spreadBps: readonly [number, number];
  readonly repaymentMethods: readonly NonNullable<TermsInput['repaymentMethods']>[number][];
  readonly isUnsecured: boolean;
  readonly securities?: TermsInput['securities'];
  readonly purposes?: TermsInput['purposes'];
  readonly documents: readonly string[];
  readonly hasGuaranteeFee?: boolean;
  /** The conditions of its own; those that every bank asks come on top. */
  readonly conditions: (random: Random) => readonly Clause[];
};

export const wan = (amount: number): number => amount * fenPerWan;

type FenAttribute =
  | 'taxPaidLast12MonthsFen'
  | 'invoicedSalesLast12MonthsFen'
  | 'exportsLast12MonthsFen'
  | 'procurementContractsLast12MonthsFen'
  | 'revenueLastYearFen'
  | 'monthlyInflowAverageFen'
  | 'ordersOnHandFen'
  | 'coreEnterpriseReceivableFen';

/** "At least", a figure in 万元 drawn from round ones. */
export const atLeastWan = (attr: FenAttribute, amounts: readonly number[], random: Random): Predicate => ({
  attr,
  op: '>=',
  value: wan(random.pick(amounts)),
});
