import { Field, ID, ObjectType } from 'type-graphql';
import { CalendarDateScalar, InstantScalar, RecordValueScalar } from '../../graphql/scalars';
import type { CalendarDate, Instant } from '../../shared/dates';
import type { ObjectionState } from '../objections/lifecycle';
import type { MarkedRecord, ObjectionMark } from '../objections/marks';
import { ObjectionStateWord } from '../objections/types';
import type { RecordValue } from './tables';

@ObjectType('ObjectionMark', { description: 'What a reader is shown beside a record that its firm objected to.' })
class ObjectionMarkType implements ObjectionMark {
  @Field(() => ObjectionStateWord, { description: 'open: nothing is concluded from the record; unresolved: it stays on record.' })
  state!: ObjectionState;

  @Field(() => String)
  statement!: string;

  @Field(() => InstantScalar)
  raisedAt!: Instant;

  @Field(() => CalendarDateScalar)
  dueOn!: CalendarDate;

  @Field(() => String, { nullable: true })
  answer!: string | null;
}

@ObjectType('CreditRecord', { description: 'What a department said about a firm on a day.' })
export class CreditRecordType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  dataClass!: string;

  @Field(() => String, { nullable: true, description: 'The month or year it speaks of; null for a state of things.' })
  period!: string | null;

  @Field(() => RecordValueScalar)
  value!: RecordValue;

  @Field(() => CalendarDateScalar)
  asOf!: CalendarDate;

  @Field(() => String)
  source!: string;

  @Field(() => InstantScalar)
  recordedAt!: Instant;

  @Field(() => ObjectionMarkType, { nullable: true })
  objection!: ObjectionMark | null;
}

export const creditRecordShape = ({
  seq,
  dataClass,
  period,
  value,
  asOf,
  source,
  recordedAt,
  objection,
}: MarkedRecord): CreditRecordType => ({
  id: String(seq),
  dataClass,
  period,
  value,
  asOf,
  source,
  recordedAt,
  objection: objection ?? null,
});
