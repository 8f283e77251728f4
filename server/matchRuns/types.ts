import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { choiceOf } from '../graphql/choice';
import { ListInput, pageOf } from '../graphql/list';
import { CalendarDateScalar, InstantScalar } from '../graphql/scalars';
import type { DisclosedFigure } from '../oversight/disclosure/disclosedFigure';
import { DisclosedFigureType } from '../oversight/types';
import type { Actor } from '../shared/actor';
import type { CalendarDate, Instant } from '../shared/dates';
import { verbsOnRun } from './access';
import { type DisclosedProduct, disclosedTotal } from './counts';
import { type MatchRunState, matchRunStates } from './lifecycle';
import { type ReplayAnswer, type ReplayDifference, replayDifferences } from './replay';
import { type MatchRun, type MatchRunFailure, type MatchRunReason, matchRunFailures, matchRunReasons } from './tables';

const MatchRunReasonWord = choiceOf('MatchRunReason', matchRunReasons);
const MatchRunStateWord = choiceOf('MatchRunState', matchRunStates);
const MatchRunFailureWord = choiceOf('MatchRunFailure', matchRunFailures);
const ReplayDifferenceWord = choiceOf('ReplayDifference', replayDifferences);

@ObjectType('ReplayAnswer', { description: 'What a finished replay says of the run it repeats.' })
export class ReplayAnswerType implements ReplayAnswer {
  @Field(() => Boolean, { description: 'Whether every verdict is what it was.' })
  isSame!: boolean;

  @Field(() => [ReplayDifferenceWord], { description: 'What is not what it was: the inputs first, the result last.' })
  differences!: readonly ReplayDifference[];

  @Field(() => Int, { description: 'Products with other eligible or possible firms than then.' })
  productsDiffering!: number;
}

@ObjectType('MatchRun', { description: 'One match of all firms with all products in force.' })
export class MatchRunType {
  @Field(() => ID)
  id!: string;

  @Field(() => MatchRunReasonWord)
  reason!: MatchRunReason;

  @Field(() => MatchRunStateWord)
  state!: MatchRunState;

  @Field(() => MatchRunFailureWord, { nullable: true })
  failure!: MatchRunFailure | null;

  @Field(() => Int, { description: 'How much of it is done, 0 to 100.' })
  percent!: number;

  @Field(() => InstantScalar)
  createdAt!: Instant;

  @Field(() => InstantScalar, { nullable: true })
  startedAt!: Instant | null;

  @Field(() => InstantScalar, { nullable: true })
  finishedAt!: Instant | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'The day that was judged.' })
  day!: CalendarDate | null;

  @Field(() => String, { nullable: true })
  engineVersion!: string | null;

  @Field(() => String, { nullable: true, description: 'SHA-256 of the products in force.' })
  productsDigest!: string | null;

  @Field(() => String, { nullable: true, description: 'SHA-256 of what was known of every firm.' })
  populationDigest!: string | null;

  @Field(() => String, { nullable: true, description: 'SHA-256 of every verdict.' })
  resultDigest!: string | null;

  @Field(() => Int, { nullable: true })
  firms!: number | null;

  @Field(() => Int, { nullable: true })
  products!: number | null;

  @Field(() => DisclosedFigureType, { nullable: true, description: 'Pairs of a firm and a product it is eligible for.' })
  eligible!: DisclosedFigure | null;

  @Field(() => DisclosedFigureType, { nullable: true })
  possible!: DisclosedFigure | null;

  @Field(() => DisclosedFigureType, { nullable: true, description: 'Pairs that became eligible since the run before.' })
  entered!: DisclosedFigure | null;

  @Field(() => DisclosedFigureType, { nullable: true, description: 'Pairs that no longer are.' })
  left!: DisclosedFigure | null;

  @Field(() => DisclosedFigureType, { nullable: true, description: 'Firms that were sent a message.' })
  told!: DisclosedFigure | null;

  @Field(() => Boolean, { description: 'Nothing came before it to compare with.' })
  isFirst!: boolean;

  @Field(() => ID, { nullable: true, description: 'Of a replay: the run it repeats.' })
  replayOf!: string | null;

  @Field(() => [String])
  allowedVerbs!: readonly string[];
}

export const MatchRunPage = pageOf(MatchRunType, 'MatchRun');

export const matchRunShape = (actor: Actor, run: MatchRun): MatchRunType => ({
  ...run,
  eligible: disclosedTotal(run, 'eligible'),
  possible: disclosedTotal(run, 'possible'),
  entered: disclosedTotal(run, 'entered'),
  left: disclosedTotal(run, 'left'),
  told: disclosedTotal(run, 'told'),
  isFirst: run.state === 'finished' && run.reason !== 'replay' && run.previousId === null,
  allowedVerbs: verbsOnRun(actor, run),
});

@ObjectType('MatchRunProduct', { description: 'What a run found for one product; counts are of firms.' })
export class MatchRunProductType implements DisclosedProduct {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  productId!: string;

  @Field(() => ID)
  versionId!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  institution!: string;

  @Field(() => Boolean, { description: 'No: it has left the shelf since the run before.' })
  isInForce!: boolean;

  @Field(() => DisclosedFigureType)
  eligible!: DisclosedFigure;

  @Field(() => DisclosedFigureType)
  possible!: DisclosedFigure;

  @Field(() => DisclosedFigureType)
  entered!: DisclosedFigure;

  @Field(() => DisclosedFigureType)
  left!: DisclosedFigure;
}

export const MatchRunProductPage = pageOf(MatchRunProductType, 'MatchRunProduct');

@InputType()
export class MatchRunListInput extends ListInput {}

@InputType()
export class MatchRunProductListInput extends ListInput {}
