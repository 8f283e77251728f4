import { sql } from 'drizzle-orm';
import { check, choice, index, instant, isOneOf, json, sequence, table, text } from '../../database/columns';
import { consentPurposes, consents } from '../consents/tables';
import { recordClassCodes } from '../records/tables';
import { enterprises } from '../tables';

/** What a read was for: the firm looking at its own file, the examination of its objection, or the purpose of a consent. */
export const accessPurposes = ['ownFile', 'objection', ...consentPurposes] as const;
export type AccessPurpose = (typeof accessPurposes)[number];

export const accessOutcomes = ['allowed', 'refused'] as const;
export type AccessOutcome = (typeof accessOutcomes)[number];
/**
 * Why a read was allowed (the first five) or refused (the rest). openPart: without a consent in force, the published
 * fields of a class that also has authorised ones were handed out, and nothing else.
 */
export const accessReasons = [
  'self',
  'public',
  'openPart',
  'consented',
  'objection',
  'noConsent',
  'otherPurpose',
  'classNotIncluded',
  'notYetValid',
  'exhausted',
  'expired',
  'revoked',
] as const;
export type AccessReason = (typeof accessReasons)[number];

/** Every read of a firm's records, one row for each class, allowed or refused. Rows are only ever added. */
export const accessLog = table(
  'access_log',
  {
    seq: sequence('seq'),
    at: instant('at').notNull(),
    enterpriseId: text('enterprise_id')
      .notNull()
      .references(() => enterprises.id),
    /** Not a reference: the platform's own work reads too, and it is no user. */
    readerUserId: text('reader_user_id').notNull(),
    readerOrganisationId: text('reader_organisation_id').notNull(),
    purpose: choice('purpose', accessPurposes).notNull(),
    dataClass: choice('data_class', recordClassCodes).notNull(),
    outcome: choice('outcome', accessOutcomes).notNull(),
    reason: choice('reason', accessReasons).notNull(),
    consentId: text('consent_id').references(() => consents.id),
    requestId: text('request_id').notNull(),
  },
  entry => [
    index('access_log_enterprise').on(entry.enterpriseId, entry.seq),
    isOneOf('access_log_purpose', entry.purpose, accessPurposes),
    isOneOf('access_log_data_class', entry.dataClass, recordClassCodes),
    isOneOf('access_log_outcome', entry.outcome, accessOutcomes),
    isOneOf('access_log_reason', entry.reason, accessReasons),
    check('access_log_consented', sql`(${entry.reason} = 'consented') = (${entry.consentId} is not null)`),
  ],
);

export type AccessEntry = typeof accessLog.$inferSelect;

/**
 * Reads of whole files for work that goes over all firms, one row for each firm and run instead of one for each class:
 * with the catalogue the consents say which classes were open. Rows are only ever added.
 */
export const massReads = table(
  'mass_reads',
  {
    seq: sequence('seq'),
    at: instant('at').notNull(),
    enterpriseId: text('enterprise_id')
      .notNull()
      .references(() => enterprises.id),
    readerUserId: text('reader_user_id').notNull(),
    readerOrganisationId: text('reader_organisation_id').notNull(),
    purpose: choice('purpose', accessPurposes).notNull(),
    /** The consents that opened classes at this read; what none of them names was read as far as it is published. */
    consentIds: json<readonly string[]>('consent_ids').notNull(),
    requestId: text('request_id').notNull(),
  },
  entry => [
    index('mass_reads_enterprise').on(entry.enterpriseId, entry.seq),
    isOneOf('mass_reads_purpose', entry.purpose, accessPurposes),
  ],
);

export type MassReadRow = typeof massReads.$inferSelect;
