import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { choiceOf } from '../graphql/choice';
import { ListInput, pageOf } from '../graphql/list';
import { InstantScalar } from '../graphql/scalars';
import type { Instant } from '../shared/dates';
import { type ScheduledRun, type ScheduledRunState, scheduledRunStates } from './tables';
import { type TaskName, taskNames } from './tasks';

export const TaskWord = choiceOf(
  'ScheduledTask',
  taskNames,
  "remindOfLimits: whoever is on the clock, a working day before it is due; escalateOverdue: missed days, to the head of the institution and the operator; releaseSilent: applications that their bank left unanswered for twice its limit; closeUnanswered: corrections that the firm did not answer in time; expireOffers: offers past their last day; repriceLoans: rates reset by the LPR; reviewLoans: loans whose days past due change their state or class; remindOfFeedback: banks that have not reported last month's repayments; closeAuctions: auctions past their last day for offers; passOn: what a bank refused or left goes on to the next, where the firm lets it; expireDemands: demands past their last day on the market.",
);
const ScheduledRunStateWord = choiceOf('ScheduledRunState', scheduledRunStates);

@ObjectType('ScheduledRun', { description: 'One carrying out of what the platform does by the calendar.' })
export class ScheduledRunType implements Omit<ScheduledRun, 'leaseUntil' | 'occasion' | 'holder'> {
  @Field(() => ID)
  id!: string;

  @Field(() => TaskWord)
  task!: TaskName;

  @Field(() => ScheduledRunStateWord)
  state!: ScheduledRunState;

  @Field(() => Boolean, { description: 'A person asked for it; the others are due once a day.' })
  isAsked!: boolean;

  @Field(() => InstantScalar)
  createdAt!: Instant;

  @Field(() => InstantScalar, { nullable: true })
  startedAt!: Instant | null;

  @Field(() => InstantScalar, { nullable: true })
  finishedAt!: Instant | null;

  @Field(() => Int, { nullable: true, description: 'How many records it moved on; null until it has finished.' })
  moved!: number | null;
}

export const ScheduledRunPage = pageOf(ScheduledRunType, 'ScheduledRun');

export const scheduledRunShape = (run: ScheduledRun): ScheduledRunType => ({ ...run, isAsked: run.occasion === null });

@InputType()
export class ScheduledRunListInput extends ListInput {}
