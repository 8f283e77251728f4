import { Field, Int, ObjectType } from 'type-graphql';
import type { ActorContext } from '../../context';
import { choiceOf } from '../../graphql/choice';
import { CalendarDateScalar, Money } from '../../graphql/scalars';
import type { CalendarDate } from '../../shared/dates';
import { OfferType, offerShape } from '../offers/types';
import { type ComparedMonth, type ComparedTerm, type Comparison, type CostPart, comparedTerms } from './comparison';

const ComparedTermWord = choiceOf(
  'ComparedTerm',
  comparedTerms,
  'Terms whose difference makes sums of money no measure of which offer is dearer.',
);

@ObjectType('ComparedMonth', { description: 'A month of an offer as if it were disbursed on `reckonedOn`.' })
class ComparedMonthType implements ComparedMonth {
  @Field(() => Int, { description: 'Whole months since disbursement; 0 is the day itself.' })
  month!: number;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'The last day within it on which something is due.' })
  dueOn!: CalendarDate | null;

  @Field(() => Money, { description: 'Principal, interest and fees that the firm pays within it.' })
  dueFen!: number;

  @Field(() => Money, { description: 'The principal still owed at its end.' })
  balanceFen!: number;

  @Field(() => Money, { description: 'Interest and fees paid until its end.' })
  costFen!: number;

  @Field(() => Money, { nullable: true, description: 'What is due above the cheapest offer; null for the cheapest itself.' })
  aboveCheapestFen!: number | null;
}

@ObjectType('CostPart', { description: 'What an offer costs the firm by one kind of cost, over the whole loan.' })
class CostPartType implements CostPart {
  @Field(() => String, { description: 'interest, or the kind of a fee.' })
  item!: CostPart['item'];

  @Field(() => Money)
  amountFen!: number;
}

@ObjectType('ComparedOffer')
class ComparedOfferType {
  @Field(() => OfferType)
  offer!: OfferType;

  @Field(() => [CostPartType])
  parts!: readonly CostPart[];

  @Field(() => [ComparedMonthType], { description: 'From disbursement to its last payment.' })
  months!: readonly ComparedMonth[];
}

@ObjectType('OfferComparison', { description: 'The offers that stand for a demand, open or accepted, on one basis.' })
export class OfferComparisonType {
  @Field(() => [ComparedOfferType], { description: 'The least annualised rate, all costs in, first.' })
  offers!: readonly ComparedOfferType[];

  @Field(() => [ComparedTermWord], { description: 'In what the offers are not alike.' })
  differences!: readonly ComparedTerm[];
}

export const comparisonShape = (
  { today }: Pick<ActorContext, 'today'>,
  { offers, differences }: Comparison,
): OfferComparisonType => ({
  offers: offers.map(({ priced: { offer, application }, parts, months }) => ({
    offer: offerShape(today, application, offer),
    parts,
    months,
  })),
  differences,
});
