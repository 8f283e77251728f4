import { sql } from 'drizzle-orm';
import {
  bytes,
  check,
  choice,
  date,
  flag,
  id,
  index,
  instant,
  integer,
  isOneOf,
  money,
  primaryKey,
  sequence,
  table,
  text,
  uniqueIndex,
} from '../database/columns';
import { enterprises } from '../enterprises/tables';
import { products, productVersions } from '../products/tables';
import { matchRunStates } from './lifecycle';

/** Why all firms are matched with all products: the night, a change of the products in force, a person, or to check an earlier run. */
export const matchRunReasons = ['nightly', 'products', 'asked', 'replay'] as const;
export type MatchRunReason = (typeof matchRunReasons)[number];

export const matchRunFailures = ['interrupted', 'error'] as const;
export type MatchRunFailure = (typeof matchRunFailures)[number];

/** One match of all firms with all products in force: what it was made of, what came of it, how far it is. */
export const matchRuns = table(
  'match_runs',
  {
    id: id(),
    reason: choice('reason', matchRunReasons).notNull(),
    state: choice('state', matchRunStates).notNull(),
    /** `waiting` or `running` while it is: one run of each at a time, however many servers there are. Null afterwards. */
    slot: text('slot'),
    /** The night or the change it is for: each has one run. Null for those that a person asked for. */
    occasion: text('occasion'),
    /** Of a replay: the run it repeats. */
    replayOf: text('replay_of'),
    askedBy: text('asked_by').notNull(),
    createdAt: instant('created_at').notNull(),
    startedAt: instant('started_at'),
    finishedAt: instant('finished_at'),
    failure: choice('failure', matchRunFailures),
    /** The process that works on it, and until when the others leave it alone. */
    holder: text('holder'),
    leaseUntil: instant('lease_until'),
    percent: integer('percent').notNull().default(0),
    /** What it was made of; null until it has started. */
    day: date('day'),
    recordsSeq: money('records_seq'),
    /** The last change that it saw: what comes later is for the next run. */
    changesSeq: money('changes_seq'),
    engineVersion: text('engine_version'),
    /** SHA-256 each; null until it is known. */
    productsDigest: text('products_digest'),
    populationDigest: text('population_digest'),
    resultDigest: text('result_digest'),
    /** Which numbers of `match_firms` were matched: a packed bitmap. */
    firmBits: bytes('firm_bits'),
    firms: integer('firms'),
    products: integer('products'),
    /** Pairs of a firm and a product. */
    eligible: money('eligible'),
    possible: money('possible'),
    /** The run it is compared with; null for the first. */
    previousId: text('previous_id'),
    entered: money('entered'),
    left: money('left'),
    /** How many firms were sent a message. */
    told: integer('told'),
  },
  run => [
    uniqueIndex('match_runs_slot').on(run.slot),
    uniqueIndex('match_runs_occasion').on(run.occasion),
    index('match_runs_newest').on(run.createdAt),
    isOneOf('match_runs_reason_known', run.reason, matchRunReasons),
    isOneOf('match_runs_state_known', run.state, matchRunStates),
    isOneOf('match_runs_failure_known', run.failure, matchRunFailures),
    check('match_runs_slot_of_state', sql`${run.slot} is null or ${run.slot} = ${run.state}`),
    check('match_runs_open_has_slot', sql`${run.state} in ('finished', 'failed') or ${run.slot} is not null`),
    check('match_runs_replay', sql`(${run.reason} = 'replay') = (${run.replayOf} is not null)`),
    check('match_runs_percent', sql`${run.percent} between 0 and 100`),
  ],
);

export type MatchRun = typeof matchRuns.$inferSelect;

/**
 * What a run found for one product. The eligible firms are a packed bitmap, because that is what grows with the city:
 * 143,700 firms with 417 products are 2.1 million eligible pairs, 7.5 MB as bits and less packed, but 200 MB as rows.
 * Only the newest run keeps its bitmaps, to be compared with the next; counts and digest stay.
 */
export const matchRunProducts = table(
  'match_run_products',
  {
    runId: text('run_id')
      .notNull()
      .references(() => matchRuns.id),
    productId: text('product_id')
      .notNull()
      .references(() => products.id),
    /** Of a product that is no longer in force, the version that was. */
    versionId: text('version_id')
      .notNull()
      .references(() => productVersions.id),
    isInForce: flag('is_in_force').notNull(),
    eligible: integer('eligible').notNull(),
    possible: integer('possible').notNull(),
    entered: integer('entered').notNull(),
    left: integer('left').notNull(),
    /** SHA-256 of both bitmaps. */
    digest: text('digest').notNull(),
    eligibleBits: bytes('eligible_bits'),
  },
  found => [primaryKey({ columns: [found.runId, found.productId] })],
);

export type MatchRunProduct = typeof matchRunProducts.$inferSelect;

/** The number by which runs know a firm, for ever: its place in their bitmaps. */
export const matchFirms = table(
  'match_firms',
  {
    number: sequence('number'),
    enterpriseId: text('enterprise_id')
      .notNull()
      .references(() => enterprises.id),
  },
  firm => [uniqueIndex('match_firms_enterprise').on(firm.enterpriseId)],
);
