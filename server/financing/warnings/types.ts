import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { choiceOf } from '../../graphql/choice';
import { ListInput, pageOf } from '../../graphql/list';
import { InstantScalar } from '../../graphql/scalars';
import { TextType } from '../../graphql/text';
import { sayWarning } from '../../messages/kinds/warnings';
import type { Actor } from '../../shared/actor';
import type { Instant } from '../../shared/dates';
import type { Text } from '../../shared/text';
import {
  type WarningResult,
  type WarningState,
  warningLifecycle,
  warningResultCodes,
  warningResults,
  warningStates,
} from './lifecycle';
import type { EarlyWarningFilter } from './queries';
import { type WarningRule, warningRules } from './signs';
import type { EarlyWarning } from './tables';

const WarningRuleWord = choiceOf('WarningRule', warningRules, 'What has turned.');
const WarningStateWord = choiceOf('WarningState', warningStates);
export const WarningResultWord = choiceOf('WarningResult', warningResultCodes, 'What the bank found and did.');
const WarningStanding = choiceOf('WarningStanding', ['open', 'resolved']);

@ObjectType('EarlyWarning', { description: 'A record of a firm that you have lent to has turned for the worse.' })
export class EarlyWarningType {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  version!: number;

  enterpriseId!: string;

  @Field(() => WarningRuleWord)
  rule!: WarningRule;

  @Field(() => TextType, { description: 'What was found, with its figures.' })
  text!: Text;

  @Field(() => WarningStateWord)
  state!: WarningState;

  @Field(() => TextType)
  stateLabel!: Text;

  @Field(() => TextType, { nullable: true })
  resultLabel!: Text | null;

  @Field(() => String, { nullable: true })
  note!: string | null;

  @Field(() => InstantScalar)
  raisedAt!: Instant;

  @Field(() => InstantScalar, { nullable: true })
  resolvedAt!: Instant | null;

  @Field(() => [String])
  allowedVerbs!: readonly string[];
}

export const earlyWarningShape = (warning: EarlyWarning, { actor }: { actor: Actor }): EarlyWarningType => ({
  ...warning,
  text: sayWarning(warning),
  stateLabel: warningLifecycle.states[warning.state],
  resultLabel: warning.result === null ? null : warningResults[warning.result],
  allowedVerbs: verbsOn(actor, warning),
});

function verbsOn(actor: Actor, { state }: EarlyWarning): string[] {
  if (actor.role === 'auditor' || state === 'resolved') return [];
  return state === 'raised' ? ['seeWarning', 'resolveWarning'] : ['resolveWarning'];
}

@ObjectType('WarningResultWord')
export class WarningResultType {
  @Field(() => WarningResultWord)
  code!: WarningResult;

  @Field(() => TextType)
  label!: Text;
}

@InputType('EarlyWarningFilter')
class EarlyWarningFilterInput implements EarlyWarningFilter {
  @Field(() => WarningStanding, { nullable: true })
  standing?: 'open' | 'resolved' | null;

  @Field(() => ID, { nullable: true })
  enterpriseId?: string | null;
}

@InputType()
export class EarlyWarningListInput extends ListInput {
  @Field(() => EarlyWarningFilterInput, { nullable: true })
  filter?: EarlyWarningFilterInput | null;
}

export const EarlyWarningPage = pageOf(EarlyWarningType, 'EarlyWarning');
