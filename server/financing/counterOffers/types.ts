import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { InstantScalar, Money, Rate } from '../../graphql/scalars';
import type { RepaymentMethod, SecurityKind } from '../../matching/attributes';
import { RepaymentMethodWord, SecurityKindWord } from '../../products/words';
import type { Instant } from '../../shared/dates';
import type { CounterOfferInput } from './counterTerms';
import type { CounterOffer } from './tables';

@ObjectType('CounterOffer', { description: 'What the firm would take instead of an offer; it binds nobody.' })
export class CounterOfferType implements Omit<CounterOffer, 'applicationId'> {
  @Field(() => ID)
  id!: string;

  @Field(() => ID, { description: 'The offer that it answers.' })
  offerId!: string;

  @Field(() => Int, { description: '1, 2 or 3 within the application.' })
  round!: number;

  @Field(() => Money)
  amountFen!: number;

  @Field(() => Int)
  termMonths!: number;

  @Field(() => Rate, { description: 'The highest annual rate that the firm would pay.' })
  rateBps!: number;

  @Field(() => RepaymentMethodWord)
  repaymentMethod!: RepaymentMethod;

  @Field(() => [SecurityKindWord], { description: 'Empty: unsecured.' })
  securities!: readonly SecurityKind[];

  @Field(() => String, { nullable: true })
  note!: string | null;

  @Field(() => InstantScalar)
  createdAt!: Instant;
}

@InputType('CounterOfferInput')
export class CounterOfferInputType implements CounterOfferInput {
  @Field(() => Money)
  amountFen!: number;

  @Field(() => Int)
  termMonths!: number;

  @Field(() => Rate, { description: 'The highest annual rate that you would pay.' })
  rateBps!: number;

  @Field(() => RepaymentMethodWord)
  repaymentMethod!: RepaymentMethod;

  @Field(() => [SecurityKindWord], { description: 'Empty: unsecured.' })
  securities!: SecurityKind[];

  @Field(() => String, { nullable: true })
  note?: string | null;
}
