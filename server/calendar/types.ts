import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { CalendarDateScalar, InstantScalar } from '../graphql/scalars';
import type { CalendarDate, Instant } from '../shared/dates';
import type { CalendarYearInput } from './importCalendarYear';
import type { KnownYear } from './queries';

@ObjectType('CalendarYear', { description: 'What a year differs in from Monday to Friday.' })
export class CalendarYearType implements KnownYear {
  @Field(() => Int)
  year!: number;

  @Field(() => [CalendarDateScalar], { description: 'Days off, weekends among them where they belong to a holiday.' })
  holidays!: readonly CalendarDate[];

  @Field(() => [CalendarDateScalar], { description: 'Saturdays and Sundays that are worked instead (调休).' })
  workdays!: readonly CalendarDate[];

  @Field(() => String, { description: 'The notice that orders them.' })
  source!: string;

  @Field(() => InstantScalar, { nullable: true, description: 'Null for a year that the program came with.' })
  importedAt!: Instant | null;
}

@InputType('CalendarYearInput')
export class CalendarYearInputType implements CalendarYearInput {
  @Field(() => Int)
  year!: number;

  @Field(() => [CalendarDateScalar])
  holidays!: CalendarDate[];

  @Field(() => [CalendarDateScalar])
  workdays!: CalendarDate[];

  @Field(() => String)
  source!: string;
}
