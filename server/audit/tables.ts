import { index, instant, json, sequence, table, text, uniqueIndex } from '../database/columns';
import type { AuditSubject, AuditVerb } from './verbs';

/** Who did what to which record, when and why. Rows are only ever added; each carries the hash of the one before. */
export const auditEntries = table(
  'audit_entries',
  {
    seq: sequence('seq'),
    at: instant('at').notNull(),
    actorId: text('actor_id').notNull(),
    actorName: text('actor_name').notNull(),
    organisationId: text('organisation_id').notNull(),
    verb: text('verb').$type<AuditVerb>().notNull(),
    subjectKind: text('subject_kind').$type<AuditSubject>().notNull(),
    subjectId: text('subject_id').notNull(),
    reason: text('reason'),
    details: json<Record<string, unknown>>('details').notNull(),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
  },
  entry => [
    uniqueIndex('audit_entries_previous_hash').on(entry.previousHash),
    index('audit_entries_subject').on(entry.subjectKind, entry.subjectId),
    index('audit_entries_organisation').on(entry.organisationId, entry.seq),
  ],
);

export type AuditEntry = typeof auditEntries.$inferSelect;
