import { Field, ID, ObjectType } from 'type-graphql';
import { CalendarDateScalar, InstantScalar, RecordValueScalar } from '../../graphql/scalars';
import type { CalendarDate, Instant } from '../../shared/dates';
import type { RecordValue, StoredRecord } from './tables';

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
}

export const creditRecordShape = ({
  seq,
  dataClass,
  period,
  value,
  asOf,
  source,
  recordedAt,
}: StoredRecord): CreditRecordType => ({
  id: String(seq),
  dataClass,
  period,
  value,
  asOf,
  source,
  recordedAt,
});
