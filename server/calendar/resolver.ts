import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../context';
import { Allow, AllowAnyone, signedIn, working } from '../graphql/guard';
import { importCalendarYear } from './importCalendarYear';
import { knownYears } from './queries';
import { CalendarYearInputType, CalendarYearType } from './types';

@Resolver(() => CalendarYearType)
export class CalendarResolver {
  @AllowAnyone()
  @Query(() => [CalendarYearType], {
    description:
      'The years whose holidays are known, newest first: of any other year, Monday to Friday are taken for working days.',
  })
  calendarYears(@Ctx() context: RequestContext): Promise<CalendarYearType[]> {
    return knownYears(context.db.read);
  }

  @Allow(['operator'], working)
  @Mutation(() => CalendarYearType, { description: 'Brings in the holidays of a year, in the place of what was known of it.' })
  importCalendarYear(
    @Ctx() context: RequestContext,
    @Arg('input', () => CalendarYearInputType) input: CalendarYearInputType,
  ): Promise<CalendarYearType> {
    return importCalendarYear(signedIn(context), input);
  }
}
