import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { choiceOf } from '../../graphql/choice';
import { ListInput, pageOf } from '../../graphql/list';
import { InstantScalar } from '../../graphql/scalars';
import type { Instant } from '../../shared/dates';
import type { RecordClassCode } from '../dataClasses';
import type { AccessEvent, AccessLogFilter, MassRead } from './queries';
import {
  type AccessEntry,
  type AccessOutcome,
  type AccessPurpose,
  type AccessReason,
  accessOutcomes,
  accessPurposes,
  accessReasons,
} from './tables';

const AccessOutcomeWord = choiceOf('AccessOutcome', accessOutcomes);
const AccessPurposeWord = choiceOf('AccessPurpose', accessPurposes);
const AccessReasonWord = choiceOf('AccessReason', accessReasons, 'Why a read was allowed or refused.');

@ObjectType('AccessEntry', { description: 'One read of one class of your records.' })
export class AccessEntryType {
  @Field(() => ID)
  id!: string;

  @Field(() => InstantScalar)
  at!: Instant;

  @Field(() => ID)
  readerOrganisationId!: string;

  @Field(() => AccessPurposeWord)
  purpose!: AccessPurpose;

  @Field(() => String)
  dataClass!: string;

  @Field(() => AccessOutcomeWord)
  outcome!: AccessOutcome;

  @Field(() => AccessReasonWord)
  reason!: AccessReason;

  @Field(() => ID, { nullable: true })
  consentId!: string | null;

  @Field(() => String, { description: 'The request in which it happened, as in the server log.' })
  requestId!: string;
}

@ObjectType('AccessEvent', { description: 'One query of your records: one reader, one purpose, some classes.' })
export class AccessEventType {
  @Field(() => ID)
  id!: string;

  @Field(() => InstantScalar)
  at!: Instant;

  @Field(() => ID)
  readerOrganisationId!: string;

  @Field(() => AccessPurposeWord)
  purpose!: AccessPurpose;

  @Field(() => String, { description: 'The request in which it happened, as in the server log.' })
  requestId!: string;

  @Field(() => [AccessEntryType], { description: 'Class by class, refused ones first.' })
  entries!: readonly AccessEntryType[];
}

@ObjectType('MassRead', {
  description: 'One read of your whole file in work that goes over all firms, such as matching each night.',
})
export class MassReadType {
  @Field(() => ID)
  id!: string;

  @Field(() => InstantScalar)
  at!: Instant;

  @Field(() => ID)
  readerOrganisationId!: string;

  @Field(() => AccessPurposeWord)
  purpose!: AccessPurpose;

  @Field(() => [String], { description: 'The classes that were read whole.' })
  read!: readonly string[];

  @Field(() => [String], { description: 'Those of which at most the published part was read.' })
  withheld!: readonly string[];

  @Field(() => [ID], { description: 'Your consents under which it was read.' })
  consentIds!: readonly string[];

  @Field(() => String, { description: 'The run in which it happened.' })
  requestId!: string;
}

export const massReadShape = ({ seq, ...read }: MassRead): MassReadType => ({ id: String(seq), ...read });

export const eventShape = ({ entries, ...event }: AccessEvent): AccessEventType => ({
  ...event,
  entries: entries.map(accessShape),
});

export const accessShape = ({ seq, readerUserId: _, ...entry }: AccessEntry): AccessEntryType => ({ id: String(seq), ...entry });

@InputType('AccessLogFilter')
class AccessLogFilterInput implements AccessLogFilter {
  @Field(() => AccessOutcomeWord, { nullable: true })
  outcome?: AccessOutcome | null;

  @Field(() => AccessPurposeWord, { nullable: true })
  purpose?: AccessPurpose | null;

  @Field(() => String, { nullable: true })
  dataClass?: RecordClassCode | null;

  @Field(() => ID, { nullable: true })
  readerOrganisationId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Leaves out your own looks at your file.' })
  isByOthers?: boolean | null;
}

@InputType()
export class AccessLogInput extends ListInput {
  @Field(() => AccessLogFilterInput, { nullable: true })
  filter?: AccessLogFilterInput | null;
}

export const AccessLogPage = pageOf(AccessEntryType, 'AccessEntry');
export const AccessEventPage = pageOf(AccessEventType, 'AccessEvent');
export const MassReadPage = pageOf(MassReadType, 'MassRead');

@InputType()
export class MassReadListInput extends ListInput {}
