import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { ListInput, pageOf } from '../../graphql/list';
import { CalendarDateScalar, InstantScalar, Money, Rate } from '../../graphql/scalars';
import { TextType } from '../../graphql/text';
import type { ProductLabel } from '../../products/vocabulary';
import { ProductLabelWord } from '../../products/words';
import type { Actor } from '../../shared/actor';
import type { CalendarDate, Instant } from '../../shared/dates';
import { industryName } from '../../shared/industries';
import { regionName } from '../../shared/regions';
import type { Text } from '../../shared/text';
import type { Channel } from '../applications/tables';
import { ChannelWord, RepaymentSourceWord, TransactionSizeWord } from '../words';
import { verbsOnTransaction } from './access';
import type { TransactionFilter, TransactionView } from './queries';
import type { RepaymentInput } from './recordRepayment';
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

  @Field(() => RepaymentSourceWord)
  source!: RepaymentSource;

  @Field(() => InstantScalar)
  recordedAt!: Instant;
}

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

  @Field(() => [String])
  allowedVerbs!: readonly string[];
}

/** A loan as `actor`, a party to it, is shown it. */
export const transactionShape = (actor: Actor, { transaction, balanceFen }: TransactionView): MatchedTransactionType => ({
  ...transaction,
  record: transaction,
  balanceFen,
  county: regionName(transaction.countyCode),
  industry: transaction.industryCode === null ? null : industryName(transaction.industryCode),
  allowedVerbs: verbsOnTransaction(actor, transaction, balanceFen),
});

export const TransactionPage = pageOf(MatchedTransactionType, 'MatchedTransaction');

@InputType('TransactionFilter')
class TransactionFilterInput implements TransactionFilter {
  @Field(() => ID, { nullable: true })
  productId?: string | null;

  @Field(() => ProductLabelWord, { nullable: true })
  label?: ProductLabel | null;

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
}
