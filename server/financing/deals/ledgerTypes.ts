import { Field, ID, Int, ObjectType } from 'type-graphql';
import { CalendarDateScalar, InstantScalar, Money, Rate } from '../../graphql/scalars';
import type { RepaymentMethod } from '../../matching/attributes';
import { RepaymentMethodWord } from '../../products/words';
import type { CalendarDate, Instant } from '../../shared/dates';
import type { Ledger, LedgerRow } from '../ledger/ledger';
import { LoanRevisionKindWord, RiskClassWord } from '../words';
import type { RiskClass } from './classification';
import type { MonthDue } from './feedback';
import type { NextRepricing } from './nextRepricing';
import type { RepaymentsKept } from './reportRepayments';
import type { LoanClassChange, LoanRevision } from './tables';

@ObjectType('LedgerRow', { description: 'due = principal + interest + fee = paid + open.' })
export class LedgerRowType implements Omit<LedgerRow, 'openPrincipalFen' | 'openInterestFen' | 'openFeeFen'> {
  @Field(() => Int)
  number!: number;

  @Field(() => CalendarDateScalar)
  dueOn!: CalendarDate;

  @Field(() => Money)
  principalFen!: number;

  @Field(() => Money)
  interestFen!: number;

  @Field(() => Money)
  feeFen!: number;

  @Field(() => Money)
  dueFen!: number;

  @Field(() => Money)
  paidFen!: number;

  @Field(() => Money)
  openFen!: number;

  @Field(() => Money, { description: 'The principal owed after it, by plan.' })
  balanceFen!: number;

  @Field(() => Int)
  daysPastDue!: number;

  @Field(() => Boolean, { description: 'Repaid before it was due: the rest was drawn anew.' })
  isEarly!: boolean;
}

@ObjectType('Ledger', { description: 'Where a loan stands today: what is due when, what was paid of it, and what is open.' })
export class LedgerType implements Omit<Ledger, 'balanceFen' | 'isRestructured'> {
  @Field(() => [LedgerRowType])
  rows!: readonly LedgerRow[];

  @Field(() => CalendarDateScalar)
  maturesOn!: CalendarDate;

  @Field(() => Rate, { description: 'The rate that holds now.' })
  rateBps!: number;

  @Field(() => Int, { description: 'Since the oldest part that is not fully paid fell due; there is no grace.' })
  daysPastDue!: number;

  @Field(() => Money)
  overdueFen!: number;

  @Field(() => LedgerRowType, { nullable: true })
  next!: LedgerRow | null;
}

@ObjectType('LoanRevision', { description: 'What changed the terms of a loan from a day on.' })
export class LoanRevisionType implements Omit<LoanRevision, 'transactionId' | 'createdAt' | 'reasonCode' | 'reasonText'> {
  @Field(() => ID)
  id!: string;

  @Field(() => CalendarDateScalar)
  from!: CalendarDate;

  @Field(() => LoanRevisionKindWord)
  kind!: LoanRevision['kind'];

  @Field(() => Rate)
  rateBps!: number;

  @Field(() => Rate, { nullable: true, description: 'The quotation that a reset rate rests on.' })
  lprRateBps!: number | null;

  @Field(() => CalendarDateScalar, { nullable: true })
  lprPublishedOn!: CalendarDate | null;

  @Field(() => RepaymentMethodWord, { nullable: true })
  repaymentMethod!: RepaymentMethod | null;

  @Field(() => CalendarDateScalar, { nullable: true })
  maturesOn!: CalendarDate | null;
}

@ObjectType('NextRepricing', { description: 'What the next reset of the rate does, were the quotation in force today to hold.' })
export class NextRepricingType implements NextRepricing {
  @Field(() => CalendarDateScalar)
  on!: CalendarDate;

  @Field(() => Rate)
  rateBps!: number;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'The first instalment at the new rate.' })
  dueOn!: CalendarDate | null;

  @Field(() => Money, { nullable: true })
  dueFen!: number | null;

  @Field(() => Money, { nullable: true, description: 'What it is at the present rate.' })
  previousFen!: number | null;
}

@ObjectType('MonthDue', { description: 'What is open of everything due until the end of a month.' })
export class MonthDueType implements MonthDue {
  @Field(() => CalendarDateScalar, { nullable: true, description: 'The day of the last part; null: nothing is.' })
  dueOn!: CalendarDate | null;

  @Field(() => Money)
  principalFen!: number;

  @Field(() => Money)
  interestFen!: number;

  @Field(() => Money)
  feeFen!: number;
}

@ObjectType('RepaymentsKept', { description: 'What became of a report of many loans.' })
export class RepaymentsKeptType implements RepaymentsKept {
  @Field(() => Int)
  kept!: number;

  @Field(() => Int, { description: 'Kept under the same key before.' })
  known!: number;

  @Field(() => Int, { description: 'Of which nothing was paid.' })
  unpaid!: number;
}

@ObjectType('LoanClassChange', { description: 'The class of a loan from a day on.' })
export class LoanClassChangeType implements Omit<LoanClassChange, 'transactionId'> {
  @Field(() => ID)
  id!: string;

  @Field(() => RiskClassWord)
  riskClass!: RiskClass;

  @Field(() => RiskClassWord, { description: 'What the days past due and the 10 % rule make of it.' })
  ruleClass!: RiskClass;

  @Field(() => RiskClassWord, { nullable: true, description: 'What the bank judged, where that is worse.' })
  bankClass!: RiskClass | null;

  @Field(() => Int)
  daysPastDue!: number;

  @Field(() => String, { nullable: true })
  note!: string | null;

  @Field(() => CalendarDateScalar)
  changedOn!: CalendarDate;

  @Field(() => InstantScalar)
  recordedAt!: Instant;
}
