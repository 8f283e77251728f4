import { sql } from 'drizzle-orm';
import {
  check,
  choice,
  date,
  flag,
  holdsOne,
  id,
  index,
  instant,
  integer,
  isOneOf,
  json,
  money,
  table,
  text,
  uniqueIndex,
  version,
} from '../../database/columns';
import { consents } from '../../enterprises/consents/tables';
import { enterprises } from '../../enterprises/tables';
import { organisations } from '../../identity/tables';
import type { SecurityKind } from '../../matching/attributes';
import type { Finding } from '../../matching/explain';
import { products, productVersions } from '../../products/tables';
import { financingDemands } from '../demands/tables';
import { applicationStates, liveStates } from './lifecycle';
import { reasonCodes } from './reasons';

/**
 * How a bank was enabled to judge an application. governmentData: the firm had authorised it to read at least one class of
 * government data that is closed without authorisation; direct: it had not.
 */
export const channels = ['governmentData', 'direct'] as const;
export type Channel = (typeof channels)[number];

/** How it came to its bank. applied: the firm chose the bank; grabbed: the bank took an open demand; invited: it was asked to. */
export const applicationOrigins = ['applied', 'grabbed', 'invited'] as const;
export type ApplicationOrigin = (typeof applicationOrigins)[number];

export const matchVerdicts = ['eligible', 'possible', 'notEligible'] as const;

/** A firm's request to one bank for one version of one product, under a demand. The version never changes afterwards. */
export const applications = table(
  'applications',
  {
    id: id(),
    demandId: text('demand_id')
      .notNull()
      .references(() => financingDemands.id),
    enterpriseId: text('enterprise_id')
      .notNull()
      .references(() => enterprises.id),
    institutionId: text('institution_id')
      .notNull()
      .references(() => organisations.id),
    productId: text('product_id')
      .notNull()
      .references(() => products.id),
    productVersionId: text('product_version_id')
      .notNull()
      .references(() => productVersions.id),
    origin: choice('origin', applicationOrigins).notNull(),
    /** Since when the bank knows whose it is; never before it has taken up what it was not sent by the firm. */
    revealedAt: instant('revealed_at'),
    /** The application that it goes on from, with its file: the firm's own to know. */
    followsId: text('follows_id'),
    /** The consent under which the bank judges it; whether it still holds is asked at each read. */
    consentId: text('consent_id').references(() => consents.id),
    channel: choice('channel', channels).notNull(),
    amountFen: money('amount_fen').notNull(),
    termMonths: integer('term_months').notNull(),
    securities: json<readonly SecurityKind[]>('securities').notNull(),
    /**
     * The verdict on the day of submission, from what the bank may read, with a digest of all it was drawn from. Of one that it
     * was not sent by the firm, first from what the platform may match, then from what the bank may read when it opens the file.
     */
    matchVerdict: choice('match_verdict', matchVerdicts).notNull(),
    matchDigest: text('match_digest').notNull(),
    engineVersion: text('engine_version').notNull(),
    state: choice('state', applicationStates).notNull(),
    /** Of an auction: the last day for the bank's first offer, and after which the firm chooses. */
    offersUntil: date('offers_until'),
    /** While an offer waits for an answer, its last day: an offered application lapses after it, one being bargained over does not. */
    offerValidUntil: date('offer_valid_until'),
    /** While the firm must answer what the bank asked for: where the application goes on afterwards. */
    resumesTo: choice('resumes_to', applicationStates),
    /** How often the firm has answered an offer with a counter-offer. */
    counterRounds: integer('counter_rounds').notNull(),
    /** The accepted offer is made under a risk-sharing scheme: credit is granted by those who guarantee it, not by the bank alone. */
    needsGuarantee: flag('needs_guarantee').notNull(),
    reasonCode: choice('reason_code', reasonCodes),
    reasonText: text('reason_text'),
    idempotencyKey: text('idempotency_key').notNull(),
    requestDigest: text('request_digest').notNull(),
    submittedAt: instant('submitted_at').notNull(),
    /** When it came to its end or, disbursed, to its loan. */
    decidedAt: instant('decided_at'),
    version: version(),
  },
  application => [
    uniqueIndex('applications_key').on(application.enterpriseId, application.idempotencyKey),
    index('applications_demand').on(application.demandId),
    index('applications_institution').on(application.institutionId, application.state, application.submittedAt),
    index('applications_enterprise').on(application.enterpriseId, application.state),
    isOneOf('applications_origin_known', application.origin, applicationOrigins),
    check('applications_applied', sql`${application.origin} <> 'applied' or ${application.revealedAt} is not null`),
    isOneOf('applications_channel_known', application.channel, channels),
    isOneOf('applications_match_verdict_known', application.matchVerdict, matchVerdicts),
    isOneOf('applications_state_known', application.state, applicationStates),
    isOneOf('applications_reason_known', application.reasonCode, reasonCodes),
    check('applications_amount', sql`${application.amountFen} > 0 and ${application.termMonths} > 0`),
    check(
      'applications_offer_day',
      sql`(${application.state} in ('offered', 'countered')) = (${application.offerValidUntil} is not null)`,
    ),
    check('applications_decided', sql`(${holdsOne(application.state, liveStates)}) = (${application.decidedAt} is null)`),
    check('applications_resumes', sql`(${application.state} = 'actionRequired') = (${application.resumesTo} is not null)`),
    check(
      'applications_reasoned',
      sql`(${application.state} in ('declined', 'rejected')) = (${application.reasonCode} is not null)`,
    ),
  ],
);

/** The findings behind an application's verdict, as the bank received them. Written once, with the application. */
export const applicationFindings = table('application_findings', {
  applicationId: text('application_id')
    .primaryKey()
    .references(() => applications.id),
  findings: json<readonly Finding[]>('findings').notNull(),
});

export type Application = typeof applications.$inferSelect;
