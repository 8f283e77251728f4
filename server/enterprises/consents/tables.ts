import { sql } from 'drizzle-orm';
import { check, choice, date, id, index, instant, integer, isOneOf, json, table, text, version } from '../../database/columns';
import { organisations, users } from '../../identity/tables';
import type { RecordedDataClassCode } from '../../shared/dataClassCodes';
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
    /** On how many days the recipient may read; as many as it lasts where null. */
    readDaysMax: integer('read_days_max'),
    /** On how many days it has read, kept where they are limited, and the last of them. */
    readDays: integer('read_days').notNull().default(0),
    lastReadOn: date('last_read_on'),
    /** How many days after the consent has ended the recipient may keep what it read. */
    dataLifeDays: integer('data_life_days').notNull(),
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
    check('consents_read_days', sql`${consent.readDays} between 0 and coalesce(${consent.readDaysMax}, 0)`),
    check('consents_data_life', sql`${consent.dataLifeDays} >= 0`),
    check('consents_ended', sql`(${consent.status} = 'active') = (${consent.revokedAt} is null)`),
  ],
);

export type Consent = typeof consents.$inferSelect;
