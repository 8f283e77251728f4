import { sql } from 'drizzle-orm';
import {
  check,
  choice,
  date,
  flag,
  id,
  index,
  instant,
  integer,
  isOneOf,
  json,
  money,
  primaryKey,
  table,
  text,
  uniqueIndex,
  version,
} from '../../database/columns';
import { organisations } from '../../identity/tables';
import type { ProductLabel } from '../../products/vocabulary';
import { schemeStates } from './lifecycle';
import { partyRoles } from './shares';

/** Money that a holder has set aside to bear losses. What is in it follows from its entries and is kept nowhere else. */
export const compensationPools = table('compensation_pools', {
  id: id(),
  name: text('name').notNull(),
  holderId: text('holder_id')
    .notNull()
    .references(() => organisations.id),
  createdAt: instant('created_at').notNull(),
  /** Rises with each entry: whoever writes the next has read them all. */
  version: version(),
});

export const poolEntryKinds = ['deposit', 'compensation', 'recovery'] as const;
export type PoolEntryKind = (typeof poolEntryKinds)[number];

/** The ledger of a pool: entries are added and never changed. Compensations take out, all others put in. */
export const poolEntries = table(
  'pool_entries',
  {
    id: id(),
    poolId: text('pool_id')
      .notNull()
      .references(() => compensationPools.id),
    /** 1, 2, 3 … within the pool. */
    number: integer('number').notNull(),
    kind: choice('kind', poolEntryKinds).notNull(),
    amountFen: money('amount_fen').notNull(),
    bookedOn: date('booked_on').notNull(),
    /** The compensation that it belongs to. */
    compensationId: text('compensation_id'),
    note: text('note'),
    recordedAt: instant('recorded_at').notNull(),
  },
  entry => [
    uniqueIndex('pool_entries_number').on(entry.poolId, entry.number),
    isOneOf('pool_entries_kind_known', entry.kind, poolEntryKinds),
    check('pool_entries_amount', sql`${entry.amountFen} > 0`),
    check('pool_entries_deposit', sql`(${entry.kind} = 'deposit') = (${entry.compensationId} is null)`),
  ],
);

/** An agreement on who bears which part of a loss. Its terms are versions: a guarantee keeps the one it was given under. */
export const riskSharingSchemes = table(
  'risk_sharing_schemes',
  {
    id: id(),
    name: text('name').notNull(),
    /** The operator, or the guarantor whose own it is. */
    ownerId: text('owner_id')
      .notNull()
      .references(() => organisations.id),
    state: choice('state', schemeStates).notNull(),
    currentTermsId: text('current_terms_id').notNull(),
    createdAt: instant('created_at').notNull(),
    version: version(),
  },
  scheme => [isOneOf('risk_sharing_schemes_state_known', scheme.state, schemeStates)],
);

/** One version of a scheme's terms; never changed. */
export const schemeTerms = table(
  'scheme_terms',
  {
    id: id(),
    schemeId: text('scheme_id')
      .notNull()
      .references(() => riskSharingSchemes.id),
    number: integer('number').notNull(),
    /** The pool that takes a loss before all others: which part of it, and at most how much of one loss. */
    firstLossPoolId: text('first_loss_pool_id').references(() => compensationPools.id),
    firstLossRateBps: integer('first_loss_rate_bps'),
    firstLossCapFen: money('first_loss_cap_fen'),
    stopLossFen: money('stop_loss_fen'),
    compensationRateBpsMax: integer('compensation_rate_bps_max'),
    lossRatioBpsMax: integer('loss_ratio_bps_max'),
    /** Days past due from which the bank may claim. */
    overdueDays: integer('overdue_days').notNull(),
    /** What the firm pays a year, of the loan: to the guarantor, and to the insurer. */
    guaranteeFeeBps: integer('guarantee_fee_bps'),
    premiumBps: integer('premium_bps'),
    /** The largest loan that may be made under it. */
    amountFenMax: money('amount_fen_max'),
    /** Which products it is for: those with one of the labels; all where there are none. */
    labels: json<readonly ProductLabel[]>('labels').notNull(),
    note: text('note'),
    /** SHA-256 of the terms and the parties. */
    termsHash: text('terms_hash').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  terms => [
    uniqueIndex('scheme_terms_number').on(terms.schemeId, terms.number),
    check('scheme_terms_first_loss', sql`(${terms.firstLossPoolId} is null) = (${terms.firstLossRateBps} is null)`),
    check('scheme_terms_overdue', sql`${terms.overdueDays} > 0`),
  ],
);

/** The parties of a scheme's terms in their order; the shares of one version add up to 10,000. */
export const schemeParties = table(
  'scheme_parties',
  {
    termsId: text('terms_id')
      .notNull()
      .references(() => schemeTerms.id),
    place: integer('place').notNull(),
    role: choice('role', partyRoles).notNull(),
    /** Null for the bank and the firm of each loan, and for a party that is not on the platform. */
    organisationId: text('organisation_id').references(() => organisations.id),
    /** What the party is called; of one on the platform, as it was called when the terms were made. */
    name: text('name').notNull(),
    /** The pool that its share is paid out of. */
    poolId: text('pool_id').references(() => compensationPools.id),
    shareBps: integer('share_bps').notNull(),
  },
  party => [
    primaryKey({ columns: [party.termsId, party.place] }),
    index('scheme_parties_organisation').on(party.organisationId),
    isOneOf('scheme_parties_role_known', party.role, partyRoles),
    check('scheme_parties_share', sql`${party.shareBps} between 0 and 10000`),
  ],
);

/** What a guarantor says of itself on a day: what its limits are reckoned from. The newest counts. */
export const guarantorCapitals = table(
  'guarantor_capitals',
  {
    id: id(),
    guarantorId: text('guarantor_id')
      .notNull()
      .references(() => organisations.id),
    asOf: date('as_of').notNull(),
    netAssetsFen: money('net_assets_fen').notNull(),
    /** Its liability for guarantees that were given outside the platform. */
    outsideLiabilityFen: money('outside_liability_fen').notNull(),
    isSmallAndFarm: flag('is_small_and_farm').notNull(),
    recordedAt: instant('recorded_at').notNull(),
  },
  capital => [
    index('guarantor_capitals_guarantor').on(capital.guarantorId, capital.asOf),
    check('guarantor_capitals_amounts', sql`${capital.netAssetsFen} > 0 and ${capital.outsideLiabilityFen} >= 0`),
  ],
);

export type CompensationPool = typeof compensationPools.$inferSelect;
export type PoolEntry = typeof poolEntries.$inferSelect;
export type RiskSharingScheme = typeof riskSharingSchemes.$inferSelect;
export type SchemeTerms = typeof schemeTerms.$inferSelect;
export type SchemeParty = typeof schemeParties.$inferSelect;
export type GuarantorCapital = typeof guarantorCapitals.$inferSelect;
