import { sql } from 'drizzle-orm';
import { check, choice, date, id, index, instant, isOneOf, json, sequence, table, text, version } from '../../database/columns';
import { organisations, users } from '../../identity/tables';
import { type RecordedDataClassCode, recordedDataClassCodes } from '../../shared/dataClassCodes';
import { enterprises } from '../tables';

/** What a recipient may use the records for; a consent to one purpose never opens another. */
export const consentPurposes = ['matching', 'creditAssessment', 'postLoan'] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];

/** Expiry is not among the states: it follows from the day that is asked about. */
export const consentStatuses = ['active', 'replaced', 'revoked'] as const;
export type ConsentStatus = (typeof consentStatuses)[number];

/** A firm's authorisation of one recipient, for one purpose, to read some classes for a time, with the text it signed. */
export const consents = table(
  'consents',
  {
    id: id(),
    enterpriseId: text('enterprise_id')
      .notNull()
      .references(() => enterprises.id),
    recipientId: text('recipient_id')
      .notNull()
      .references(() => organisations.id),
    purpose: choice('purpose', consentPurposes).notNull(),
    dataClasses: json<readonly RecordedDataClassCode[]>('data_classes').notNull(),
    validFrom: date('valid_from').notNull(),
    validTo: date('valid_to').notNull(),
    /** The records' own days that are covered; open on a side that is null. */
    dataFrom: date('data_from'),
    dataTo: date('data_to'),
    status: choice('status', consentStatuses).notNull().default('active'),
    textVersion: text('text_version').notNull(),
    textHash: text('text_hash').notNull(),
    signedBy: text('signed_by')
      .notNull()
      .references(() => users.id),
    signedAt: instant('signed_at').notNull(),
    revokedAt: instant('revoked_at'),
    revokeReason: text('revoke_reason'),
    version: version(),
  },
  consent => [
    index('consents_enterprise').on(consent.enterpriseId, consent.status),
    index('consents_recipient').on(consent.recipientId, consent.enterpriseId),
    isOneOf('consents_purpose', consent.purpose, consentPurposes),
    isOneOf('consents_status', consent.status, consentStatuses),
    check('consents_validity', sql`${consent.validFrom} <= ${consent.validTo}`),
    check('consents_data_window', sql`${consent.dataFrom} <= ${consent.dataTo}`),
    check('consents_ended', sql`(${consent.status} = 'active') = (${consent.revokedAt} is null)`),
  ],
);

export type Consent = typeof consents.$inferSelect;

/** What a read was for: the purpose of a consent, or the firm looking at its own file. */
export const accessPurposes = ['ownFile', ...consentPurposes] as const;
export type AccessPurpose = (typeof accessPurposes)[number];

export const accessOutcomes = ['allowed', 'refused'] as const;
/** Why a read was allowed (the first three) or refused (the rest). */
export const accessReasons = [
  'self',
  'public',
  'consented',
  'noConsent',
  'otherPurpose',
  'classNotIncluded',
  'notYetValid',
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
    dataClass: choice('data_class', recordedDataClassCodes).notNull(),
    outcome: choice('outcome', accessOutcomes).notNull(),
    reason: choice('reason', accessReasons).notNull(),
    consentId: text('consent_id').references(() => consents.id),
    requestId: text('request_id').notNull(),
  },
  entry => [
    index('access_log_enterprise').on(entry.enterpriseId, entry.seq),
    isOneOf('access_log_purpose', entry.purpose, accessPurposes),
    isOneOf('access_log_outcome', entry.outcome, accessOutcomes),
    isOneOf('access_log_reason', entry.reason, accessReasons),
    check('access_log_consented', sql`(${entry.reason} = 'consented') = (${entry.consentId} is not null)`),
  ],
);

export type AccessEntry = typeof accessLog.$inferSelect;
