import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { choiceOf } from '../../graphql/choice';
import { ListInput, pageOf } from '../../graphql/list';
import { CalendarDateScalar, InstantScalar, RecordValueScalar } from '../../graphql/scalars';
import { TextType } from '../../graphql/text';
import type { Actor } from '../../shared/actor';
import type { CalendarDate, Instant } from '../../shared/dates';
import type { Text } from '../../shared/text';
import { dataClassOf } from '../dataClasses';
import type { RecordValue } from '../records/tables';
import { verbsOnObjection } from './access';
import type { AnswerObjectionInput } from './answerObjection';
import { type ObjectionOutcome, type ObjectionState, objectionLifecycle, objectionOutcomes, objectionStates } from './lifecycle';
import type { ObjectionFilter } from './queries';
import type { DataObjection } from './tables';

export const ObjectionStateWord = choiceOf('ObjectionState', objectionStates);
const ObjectionOutcomeWord = choiceOf('ObjectionOutcome', objectionOutcomes, 'What the examination came to.');
const ObjectionStanding = choiceOf('ObjectionStanding', ['open', 'ended']);

@ObjectType('Objection', { description: "A firm's objection to one of its credit records, and what came of it." })
export class ObjectionType {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => ID)
  enterpriseId!: string;

  @Field(() => ID, { description: 'Of the record that it is about.' })
  recordId!: string;

  @Field(() => String)
  dataClass!: string;

  @Field(() => TextType)
  dataClassName!: Text;

  @Field(() => TextType, { description: 'Who provided the record.' })
  department!: Text;

  @Field(() => ObjectionStateWord)
  state!: ObjectionState;

  @Field(() => TextType)
  stateLabel!: Text;

  @Field(() => String)
  statement!: string;

  @Field(() => InstantScalar)
  raisedAt!: Instant;

  @Field(() => CalendarDateScalar, { description: 'The last day for the answer in writing: 20 days after it was raised.' })
  dueOn!: CalendarDate;

  @Field(() => Boolean, { description: 'Open, and the last day for the answer is over.' })
  isOverdue!: boolean;

  @Field(() => String, { nullable: true })
  answer!: string | null;

  @Field(() => InstantScalar, { nullable: true })
  answeredAt!: Instant | null;

  answeredBy!: string | null;

  @Field(() => [String])
  allowedVerbs!: readonly string[];
}

export const objectionShape = (
  { recordSeq, ...objection }: DataObjection,
  { actor, today }: { actor: Actor; today: CalendarDate },
): ObjectionType => ({
  ...objection,
  recordId: String(recordSeq),
  dataClassName: dataClassOf(objection.dataClass).name,
  department: dataClassOf(objection.dataClass).department,
  stateLabel: objectionLifecycle.states[objection.state],
  isOverdue: objection.state === 'open' && objection.dueOn < today,
  allowedVerbs: verbsOnObjection(actor, { recordSeq, ...objection }),
});

@InputType('ObjectionFilter')
class ObjectionFilterInput implements ObjectionFilter {
  @Field(() => ObjectionStanding, { nullable: true })
  standing?: 'open' | 'ended' | null;
}

@InputType()
export class ObjectionListInput extends ListInput {
  @Field(() => ObjectionFilterInput, { nullable: true })
  filter?: ObjectionFilterInput | null;
}

export const ObjectionPage = pageOf(ObjectionType, 'Objection');

@InputType('AnswerObjectionInput')
export class AnswerObjectionInputType implements AnswerObjectionInput {
  @Field(() => ObjectionOutcomeWord)
  outcome!: ObjectionOutcome;

  @Field(() => String, { description: 'What was examined and found, as the firm reads it.' })
  answer!: string;

  @Field(() => RecordValueScalar, {
    nullable: true,
    description: 'What is right: the fields of the class. Of a correction only.',
  })
  value?: RecordValue | null;
}
