import { Field, Int, ObjectType } from 'type-graphql';
import { CalendarDateScalar, Money, Rate } from '../../graphql/scalars';
import type { RepaymentMethod } from '../../matching/attributes';
import type { FeeCharger, FeePayer, FeeTiming } from '../../products/vocabulary';
import { FeeChargerWord, FeePayerWord, FeeTimingWord, RepaymentMethodWord } from '../../products/words';
import type { CalendarDate } from '../../shared/dates';
import type { CostItem, CostMark, CostSheet } from '../cost/costSheet';
import type { Instalment, RepaymentSchedule } from '../repayment/schedule';
import { CostMarkWord } from '../words';

@ObjectType('Instalment', { description: 'What is due on one day.' })
export class InstalmentType implements Instalment {
  @Field(() => Int)
  number!: number;

  @Field(() => CalendarDateScalar)
  dueOn!: CalendarDate;

  @Field(() => Money)
  principalFen!: number;

  @Field(() => Money)
  interestFen!: number;

  @Field(() => Money, { description: 'Fees that the firm pays that day.' })
  feeFen!: number;

  @Field(() => Money, { description: 'Principal, interest and fees.' })
  dueFen!: number;

  @Field(() => Money, { description: 'The principal still owed after it.' })
  balanceFen!: number;
}

@ObjectType('ScheduleTotals')
class ScheduleTotalsType {
  @Field(() => Money)
  principalFen!: number;

  @Field(() => Money)
  interestFen!: number;

  @Field(() => Money)
  feeFen!: number;

  @Field(() => Money)
  dueFen!: number;
}

@ObjectType('RepaymentSchedule')
export class RepaymentScheduleType {
  @Field(() => RepaymentMethodWord)
  method!: RepaymentMethod;

  @Field(() => Rate)
  rateBps!: number;

  @Field(() => CalendarDateScalar)
  disbursedOn!: CalendarDate;

  @Field(() => CalendarDateScalar)
  maturesOn!: CalendarDate;

  @Field(() => Money, { description: 'Fees paid on the day of disbursement, before the first row.' })
  feeAtDisbursementFen!: number;

  @Field(() => [InstalmentType])
  rows!: readonly Instalment[];

  @Field(() => ScheduleTotalsType, { description: 'The sums of the rows.' })
  totals!: RepaymentSchedule['totals'];
}

@ObjectType('CostItem', { description: 'One line of the financing-cost sheet.' })
export class CostItemType implements CostItem {
  @Field(() => String, { description: 'interest, or the kind of a fee.' })
  item!: CostItem['item'];

  @Field(() => FeeChargerWord)
  chargedBy!: FeeCharger;

  @Field(() => FeePayerWord)
  paidBy!: FeePayer;

  @Field(() => Money, { description: 'Over the whole loan.' })
  amountFen!: number;

  @Field(() => String, { description: 'Of interest its repayment method; of a fee byRate or byAmount.' })
  method!: CostItem['method'];

  @Field(() => FeeTimingWord, { nullable: true })
  cycle!: FeeTiming | null;

  @Field(() => Int, { description: 'Millionths a year: 18472 is 1.8472 %.' })
  annualisedRatePpm!: number;

  @Field(() => CostMarkWord, { nullable: true })
  mark!: CostMark | null;

  @Field(() => String, { nullable: true })
  note!: string | null;
}

@ObjectType('CostSheet', { description: 'The financing-cost sheet of a loan (企业贷款综合融资成本清单).' })
export class CostSheetType implements Pick<CostSheet, 'items' | 'totalRatePpm'> {
  @Field(() => [CostItemType])
  items!: readonly CostItem[];

  @Field(() => Int, { description: 'The rate of the loan and of every fee that the firm pays, in millionths a year.' })
  totalRatePpm!: number;
}
