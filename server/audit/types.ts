import { GraphQLJSONObject } from 'graphql-scalars';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { choiceOf } from '../graphql/choice';
import { ListInput, pageOf } from '../graphql/list';
import { InstantScalar } from '../graphql/scalars';
import type { Instant } from '../shared/dates';
import type { AuditFilter } from './queries';
import type { AuditEntry } from './tables';
import { type AuditSubject, type AuditVerb, auditSubjects, auditVerbs } from './verbs';

const AuditVerbWord = choiceOf('AuditVerb', auditVerbs, 'What was done.');
const AuditSubjectWord = choiceOf('AuditSubject', auditSubjects, 'What it was done to.');

@ObjectType('AuditEntry', { description: 'Who did what to which record, when and why; never changed, linked by hash.' })
export class AuditEntryType {
  @Field(() => ID, { description: 'Its place in the chain.' })
  id!: string;

  @Field(() => InstantScalar)
  at!: Instant;

  @Field(() => String)
  actorId!: string;

  @Field(() => String)
  actorName!: string;

  @Field(() => String)
  organisationId!: string;

  @Field(() => AuditVerbWord)
  verb!: AuditVerb;

  @Field(() => AuditSubjectWord)
  subjectKind!: AuditSubject;

  @Field(() => String)
  subjectId!: string;

  @Field(() => String, { nullable: true })
  reason!: string | null;

  @Field(() => GraphQLJSONObject, { description: 'What changed.' })
  details!: Record<string, unknown>;

  @Field(() => String, { description: 'SHA-256 over the entry and the hash of the one before.' })
  hash!: string;

  @Field(() => String)
  previousHash!: string;
}

export const auditEntryShape = ({ seq, ...entry }: AuditEntry): AuditEntryType => ({ id: String(seq), ...entry });

export const AuditEntryPage = pageOf(AuditEntryType, 'AuditEntry');

@InputType('AuditEntryFilter')
export class AuditEntryFilterInput implements AuditFilter {
  @Field(() => AuditSubjectWord, { nullable: true })
  subjectKind?: AuditSubject | null;

  @Field(() => String, { nullable: true })
  subjectId?: string | null;

  @Field(() => AuditVerbWord, { nullable: true })
  verb?: AuditVerb | null;
}

@InputType()
export class AuditEntryListInput extends ListInput {
  @Field(() => AuditEntryFilterInput, { nullable: true })
  filter?: AuditEntryFilterInput | null;
}
