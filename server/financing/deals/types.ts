import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { ListInput, pageOf } from '../../graphql/list';
import { CalendarDateScalar, InstantScalar, Money, Rate } from '../../graphql/scalars';
import { TextType } from '../../graphql/text';
import type { ProductLabel } from '../../products/vocabulary';
import { ProductLabelWord } from '../../products/words';
import type { Actor } from '../../shared/actor';
import type { CalendarDate, CalendarMonth, Instant } from '../../shared/dates';
import { industryName } from '../../shared/industries';
import { regionName } from '../../shared/regions';
import type { Text } from '../../shared/text';
import type { Channel } from '../applications/tables';
import {
  ChannelWord,
  DealReasonCodeWord,
  DealStateWord,
  RepaymentSourceWord,
  RestructuredMethodWord,
  RiskClassWord,
  TransactionSizeWord,
} from '../words';
import { type LoanVerb, loanOperationOf, transactionPartyOf, verbsOnTransaction } from './access';
import type { RiskClass } from './classification';
import type { ClassInput } from './classLoan';
import type { DealState } from './lifecycle';
import type { TransactionFilter, TransactionView } from './queries';
import { type DealReasonCode, dealReasonCodes, dealReasons } from './reasons';
import type { RepaymentInput } from './recordRepayment';
import type { RepaymentsInput } from './reportRepayments';
import type { RestructureInput } from './restructureLoan';
import type { MatchedTransaction, Repayment, RepaymentSource } from './tables';

@ObjectType('Repayment')
export class RepaymentType implements Omit<Repayment, 'transactionId'> {
  @Field(() => ID)
  id!: string;

  @Field(() => CalendarDateScalar)
  paidOn!: CalendarDate;

  @Field(() => Money)
  principalFen!: number;

  @Field(() => Money)
  interestFen!: number;

  @Field(() => Money)
  feeFen!: number;

  @Field(() => String, { nullable: true, description: "What the lender's own books call it." })
  reference!: string | null;

  @Field(() => RepaymentSourceWord)
  source!: RepaymentSource;

  @Field(() => InstantScalar)
  recordedAt!: Instant;
}

@ObjectType('DealReason', { description: 'Why a loan did not simply run its course.' })
export class DealReasonType {
  @Field(() => DealReasonCodeWord)
  code!: DealReasonCode;

  @Field(() => TextType)
  label!: Text;

  @Field(() => [String], { description: 'The operations that it can be the reason of.' })
  verbs!: readonly LoanVerb[];

  @Field(() => Boolean, { description: 'The lender must explain it in its own words.' })
  needsText!: boolean;
}

const dealReasonShape = (code: DealReasonCode): DealReasonType => {
  const { label, verbs, needsText } = dealReasons[code];
  return { code, label, needsText, verbs: verbs.map(verb => loanOperationOf[verb]) };
};

export const dealReasonShapes: readonly DealReasonType[] = dealReasonCodes.map(dealReasonShape);

@ObjectType('MatchedTransaction', { description: 'A loan paid out, with the firm as it was on that day.' })
export class MatchedTransactionType {
  /** What the nested fields are found by. */
  record!: MatchedTransaction;

  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => ID)
  applicationId!: string;

  @Field(() => ID)
  productId!: string;

  @Field(() => Money)
  amountFen!: number;

  @Field(() => Rate)
  rateBps!: number;

  @Field(() => Int)
  termMonths!: number;

  @Field(() => CalendarDateScalar)
  disbursedOn!: CalendarDate;

  @Field(() => Money, { description: 'Principal not yet repaid.' })
  balanceFen!: number;

  @Field(() => String)
  countyCode!: string;

  @Field(() => TextType)
  county!: Text;

  @Field(() => String, { nullable: true })
  industryCode!: string | null;

  @Field(() => TextType, { nullable: true })
  industry!: Text | null;

  @Field(() => TransactionSizeWord)
  sizeClass!: MatchedTransaction['sizeClass'];

  @Field(() => ChannelWord)
  channel!: Channel;

  @Field(() => Boolean, { nullable: true, description: 'Null: not known.' })
  isFirstLoan!: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Null: not known.' })
  isUnsecured!: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Null: not known.' })
  isInclusive!: boolean | null;

  @Field(() => Money, { nullable: true, description: 'All limits the lender has granted the firm; null: not stated.' })
  householdCreditFen!: number | null;

  @Field(() => DealStateWord)
  state!: DealState;

  @Field(() => RiskClassWord, { nullable: true, description: 'Of five tiers; only the lender reads it.' })
  riskClass!: RiskClass | null;

  @Field(() => DealReasonType, { nullable: true, description: 'Why it is in its state.' })
  reason!: DealReasonType | null;

  @Field(() => String, { nullable: true, description: 'What the lender wrote beside the reason.' })
  reasonText!: string | null;

  @Field(() => ID, { nullable: true, description: 'The loan that took its place.' })
  renewedById!: string | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'From when on nothing is expected of it any more.' })
  endedOn!: CalendarDate | null;

  @Field(() => [String])
  allowedVerbs!: readonly string[];
}

/** A loan as `actor`, a party to it, is shown it. */
export const transactionShape = (actor: Actor, { transaction, balanceFen }: TransactionView): MatchedTransactionType => ({
  ...transaction,
  record: transaction,
  balanceFen,
  riskClass: transactionPartyOf(actor, transaction) === 'institution' ? transaction.riskClass : null,
  reason: transaction.reasonCode === null ? null : dealReasonShape(transaction.reasonCode),
  county: regionName(transaction.countyCode),
  industry: transaction.industryCode === null ? null : industryName(transaction.industryCode),
  allowedVerbs: verbsOnTransaction(actor, transaction, balanceFen),
});

export const TransactionPage = pageOf(MatchedTransactionType, 'MatchedTransaction');

@InputType('TransactionFilter')
class TransactionFilterInput implements TransactionFilter {
  @Field(() => ID, { nullable: true })
  productId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The loans of one firm.' })
  enterpriseId?: string | null;

  @Field(() => ProductLabelWord, { nullable: true })
  label?: ProductLabel | null;

  @Field(() => [DealStateWord], { nullable: true })
  states?: readonly DealState[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Those that ran in this month and of which the lender has not reported it.',
  })
  unreportedFor?: CalendarMonth | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'The first day of disbursement.' })
  from?: CalendarDate | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'The last day of disbursement.' })
  to?: CalendarDate | null;
}

@InputType()
export class TransactionListInput extends ListInput {
  @Field(() => TransactionFilterInput, { nullable: true })
  filter?: TransactionFilterInput | null;
}

@InputType('RepaymentInput')
export class RepaymentInputType implements RepaymentInput {
  @Field(() => CalendarDateScalar)
  paidOn!: CalendarDate;

  @Field(() => Money)
  principalFen!: number;

  @Field(() => Money)
  interestFen!: number;
  @Field(() => Money, { nullable: true })
  feeFen?: number | null;
}

@InputType('LoanClassInput')
export class ClassInputType implements ClassInput {
  @Field(() => RiskClassWord, { nullable: true, description: 'Worse than the rule; null: as the rule says.' })
  riskClass?: RiskClass | null;

  @Field(() => String, { description: 'Ten characters at least.' })
  note!: string;
}

@InputType('RestructureInput')
export class RestructureInputType {
  @Field(() => Rate)
  rateBps!: number;

  @Field(() => RestructuredMethodWord)
  repaymentMethod!: RestructureInput['repaymentMethod'];

  @Field(() => CalendarDateScalar, { description: 'The new last day.' })
  maturesOn!: CalendarDate;
}

@InputType('LoanRepaymentInput')
class LoanRepaymentInput {
  @Field(() => ID)
  transactionId!: string;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'In the month; needed unless nothing was paid.' })
  paidOn?: CalendarDate | null;

  @Field(() => Money, { nullable: true })
  principalFen?: number | null;

  @Field(() => Money, { nullable: true })
  interestFen?: number | null;

  @Field(() => Money, { nullable: true })
  feeFen?: number | null;
}

@InputType('RepaymentsInput')
export class RepaymentsInputType implements RepaymentsInput {
  @Field(() => String, { description: 'Written like 2026-10.' })
  month!: string;

  @Field(() => [LoanRepaymentInput], { description: 'One a loan; amounts of zero say that nothing was paid.' })
  rows!: LoanRepaymentInput[];
}
