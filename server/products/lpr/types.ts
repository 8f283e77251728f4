import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { ListInput, pageOf } from '../../graphql/list';
import { CalendarDateScalar, Rate } from '../../graphql/scalars';
import type { CalendarDate } from '../../shared/dates';
import type { LprTenor } from '../../shared/rate';

@ObjectType('LprQuote')
export class LprQuoteType {
  @Field(() => ID)
  id!: string;

  @Field(() => CalendarDateScalar)
  publishedOn!: CalendarDate;

  @Field(() => String)
  tenor!: LprTenor;

  @Field(() => Rate)
  rateBps!: number;

  @Field(() => String)
  source!: string;
}

@InputType('LprQuoteInput')
export class LprQuoteInputType {
  @Field(() => CalendarDateScalar)
  publishedOn!: CalendarDate;

  @Field(() => String, { description: '1Y or 5Y.' })
  tenor!: LprTenor;

  @Field(() => Rate)
  rateBps!: number;

  @Field(() => String)
  source!: string;
}

export const LprQuotePage = pageOf(LprQuoteType, 'LprQuote');

@InputType()
export class LprQuoteListInput extends ListInput {}
