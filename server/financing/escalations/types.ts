import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { choiceOf } from '../../graphql/choice';
import { ListInput, pageOf } from '../../graphql/list';
import { CalendarDateScalar, InstantScalar } from '../../graphql/scalars';
import type { CalendarDate, Instant } from '../../shared/dates';
import type { ApplicationState } from '../applications/lifecycle';
import { ApplicationStateWord } from '../words';
import { type EscalationFilter, type EscalationStanding, type EscalationView, escalationStandings } from './queries';

export const EscalationStandingWord = choiceOf(
  'EscalationStanding',
  escalationStandings,
  'open: the application still waits where it waited; over: it has moved on, was released or has ended.',
);

@ObjectType('Escalation', {
  description:
    'A limit that an institution has missed, as its head and the operator were told. It never says whose application it is.',
})
export class EscalationType implements Omit<EscalationView, 'applicationId'> {
  @Field(() => ID)
  id!: string;

  organisationId!: string;

  @Field(() => ApplicationStateWord, { description: 'Where the application waited.' })
  state!: ApplicationState;

  @Field(() => ApplicationStateWord)
  stateNow!: ApplicationState;

  @Field(() => String)
  product!: string;

  @Field(() => CalendarDateScalar)
  dueOn!: CalendarDate;

  @Field(() => InstantScalar)
  escalatedAt!: Instant;

  @Field(() => Boolean)
  isOpen!: boolean;

  @Field(() => Int, { nullable: true, description: 'Working days past the day; null once it waits no more.' })
  daysOver!: number | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The demand to bring to another bank, where its firm has left it to be dispatched.',
  })
  dispatchDemandId!: string | null;
}

@ObjectType('EscalationCount', { description: 'How many limits an institution has missed.' })
export class EscalationCountType {
  organisationId!: string;

  @Field(() => Int)
  count!: number;
}

export const EscalationPage = pageOf(EscalationType, 'Escalation');

@InputType('EscalationFilter')
class EscalationFilterInput implements EscalationFilter {
  @Field(() => EscalationStandingWord, { nullable: true })
  standing?: EscalationStanding | null;

  @Field(() => ID, { nullable: true, description: 'Whose turn it was.' })
  institutionId?: string | null;
}

@InputType()
export class EscalationListInput extends ListInput {
  @Field(() => EscalationFilterInput, { nullable: true })
  filter?: EscalationFilterInput | null;
}
