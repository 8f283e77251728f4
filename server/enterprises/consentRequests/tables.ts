import { sql } from 'drizzle-orm';
import { check, choice, id, index, instant, isOneOf, json, table, text, uniqueIndex, version } from '../../database/columns';
import { organisations, users } from '../../identity/tables';
import type { RecordedDataClassCode } from '../../shared/dataClassCodes';
import { consentPurposes, consents } from '../consents/tables';
import { enterprises } from '../tables';
import { consentRequestStates } from './lifecycle';

/** An institution asks a firm that it knows for a consent, and what the firm says. */
export const consentRequests = table(
  'consent_requests',
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
    /** What the institution needs them for, as the firm reads it. */
    reason: text('reason').notNull(),
    state: choice('state', consentRequestStates).notNull(),
    /** Firm, institution and purpose while the request is open, so that there is one at a time; null afterwards. */
    openFor: text('open_for'),
    askedBy: text('asked_by')
      .notNull()
      .references(() => users.id),
    askedAt: instant('asked_at').notNull(),
    answeredAt: instant('answered_at'),
    /** The consent that came of it. */
    consentId: text('consent_id').references(() => consents.id),
    version: version(),
  },
  request => [
    uniqueIndex('consent_requests_open').on(request.openFor),
    index('consent_requests_enterprise').on(request.enterpriseId, request.state),
    index('consent_requests_recipient').on(request.recipientId, request.enterpriseId),
    isOneOf('consent_requests_purpose', request.purpose, consentPurposes),
    isOneOf('consent_requests_state', request.state, consentRequestStates),
    check('consent_requests_one_open', sql`(${request.state} = 'open') = (${request.openFor} is not null)`),
    check('consent_requests_ended', sql`(${request.state} = 'open') = (${request.answeredAt} is null)`),
    check('consent_requests_granted', sql`(${request.state} = 'granted') = (${request.consentId} is not null)`),
  ],
);

export type ConsentRequest = typeof consentRequests.$inferSelect;
