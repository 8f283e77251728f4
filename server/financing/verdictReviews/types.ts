import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { choiceOf } from '../../graphql/choice';
import { ListInput, pageOf } from '../../graphql/list';
import { CalendarDateScalar, InstantScalar } from '../../graphql/scalars';
import { TextType } from '../../graphql/text';
import type { Actor } from '../../shared/actor';
import type { CalendarDate, Instant } from '../../shared/dates';
import type { Text } from '../../shared/text';
import { type ReasonCode, reasons } from '../applications/reasons';
import { ReasonCodeWord } from '../words';
import { verbsOnReview } from './access';
import type { AnswerReviewInput } from './answerReview';
import { type ReviewOutcome, type VerdictReviewState, verdictReviewLifecycle } from './lifecycle';
import type { VerdictReviewFilter } from './queries';
import type { FailedClause, VerdictReview } from './tables';
import { ReviewOutcomeWord, VerdictReviewStateWord } from './words';

@ObjectType('FailedClause', { description: 'A condition that the engine found unmet.' })
class FailedClauseType implements FailedClause {
  @Field(() => String)
  path!: string;

  @Field(() => TextType)
  text!: Text;
}

@ObjectType('VerdictReview', { description: "A firm's request that people look at a verdict of the engine, and their answer." })
export class VerdictReviewType {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => ID)
  productId!: string;

  @Field(() => VerdictReviewStateWord)
  state!: VerdictReviewState;

  @Field(() => TextType)
  stateLabel!: Text;

  @Field(() => [FailedClauseType], { description: 'Without what was measured.' })
  clauses!: readonly FailedClause[];

  @Field(() => String)
  statement!: string;

  @Field(() => InstantScalar)
  askedAt!: Instant;

  @Field(() => CalendarDateScalar, { description: 'The last day for the answer: five working days.' })
  dueOn!: CalendarDate;

  @Field(() => Boolean, { description: 'Open, and the last day is over.' })
  isOverdue!: boolean;

  @Field(() => TextType, { nullable: true, description: 'Why the verdict was upheld.' })
  reason!: Text | null;

  @Field(() => String, { nullable: true })
  answer!: string | null;

  @Field(() => InstantScalar, { nullable: true })
  answeredAt!: Instant | null;

  @Field(() => [String])
  allowedVerbs!: readonly string[];

  /** What the parties and the product are found by. */
  record!: VerdictReview;
}

export const reviewShape = (
  record: VerdictReview,
  { actor, today }: { readonly actor: Actor; readonly today: CalendarDate },
): VerdictReviewType => ({
  ...record,
  record,
  stateLabel: verdictReviewLifecycle.states[record.state],
  isOverdue: record.state === 'open' && record.dueOn < today,
  reason: record.reasonCode === null ? null : reasons[record.reasonCode].label,
  allowedVerbs: verbsOnReview(actor, record),
});

export const VerdictReviewPage = pageOf(VerdictReviewType, 'VerdictReview');

const VerdictReviewStanding = choiceOf('VerdictReviewStanding', ['open', 'ended']);

@InputType('VerdictReviewFilter')
class VerdictReviewFilterInput implements VerdictReviewFilter {
  @Field(() => VerdictReviewStanding, { nullable: true })
  standing?: 'open' | 'ended' | null;

  @Field(() => ID, { nullable: true })
  productId?: string | null;
}

@InputType()
export class VerdictReviewListInput extends ListInput {
  @Field(() => VerdictReviewFilterInput, { nullable: true })
  filter?: VerdictReviewFilterInput | null;
}

@InputType('AnswerVerdictReviewInput')
export class AnswerVerdictReviewInput implements AnswerReviewInput {
  @Field(() => ReviewOutcomeWord)
  outcome!: ReviewOutcome;

  @Field(() => ReasonCodeWord, { nullable: true, description: 'Of a verdict upheld.' })
  reasonCode?: ReasonCode | null;

  @Field(() => String, { description: 'What the firm reads, in ten characters or more.' })
  answer!: string;
}
