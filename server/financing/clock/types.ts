import { Field, Int, ObjectType } from 'type-graphql';
import { CalendarDateScalar } from '../../graphql/scalars';
import type { CalendarDate } from '../../shared/dates';
import type { ApplicationActor } from '../applications/access';
import { ApplicationPartyWord } from '../words';
import type { Clock } from './clock';

@ObjectType('ApplicationClock', { description: 'Who has to do something by when, counted in working days.' })
export class ClockType implements Clock {
  @Field(() => ApplicationPartyWord)
  party!: ApplicationActor;

  @Field(() => Int, { nullable: true, description: 'Working days; null for an offer, which names its last day itself.' })
  limitDays!: number | null;

  @Field(() => CalendarDateScalar)
  dueOn!: CalendarDate;

  @Field(() => Int, { description: 'Working days until then; negative by how many have passed since.' })
  leftDays!: number;

  @Field(() => Boolean)
  isOverdue!: boolean;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Left unanswered through this day, it is released by itself; null for a step after which it is not.',
  })
  releasedAfter!: CalendarDate | null;

  @Field(() => Boolean, { description: 'No: the holidays of a year are not published, and weekdays stood in for them.' })
  isCalendarKnown!: boolean;
}
