import { sql } from 'drizzle-orm';
import {
  check,
  choice,
  date,
  id,
  index,
  instant,
  integer,
  isOneOf,
  table,
  text,
  uniqueIndex,
  version,
} from '../../database/columns';
import { organisations, users } from '../../identity/tables';
import { creditRecords, recordClassCodes } from '../records/tables';
import { enterprises } from '../tables';
import { objectionStates } from './lifecycle';

/** A firm's objection to one credit record, and what its examination came to (征信业管理条例 25). */
export const dataObjections = table(
  'data_objections',
  {
    id: id(),
    enterpriseId: text('enterprise_id')
      .notNull()
      .references(() => enterprises.id),
    recordSeq: integer('record_seq')
      .notNull()
      .references(() => creditRecords.seq),
    dataClass: choice('data_class', recordClassCodes).notNull(),
    state: choice('state', objectionStates).notNull(),
    /** The record while the objection is open, so that there is one at a time; null afterwards. */
    openRecordSeq: integer('open_record_seq'),
    /** What the firm says is wrong, and what would be right. */
    statement: text('statement').notNull(),
    raisedBy: text('raised_by')
      .notNull()
      .references(() => users.id),
    raisedAt: instant('raised_at').notNull(),
    /** The last day for the answer in writing. */
    dueOn: date('due_on').notNull(),
    answer: text('answer'),
    answeredBy: text('answered_by').references(() => organisations.id),
    answeredAt: instant('answered_at'),
    withdrawnAt: instant('withdrawn_at'),
    version: version(),
  },
  objection => [
    uniqueIndex('data_objections_open').on(objection.openRecordSeq),
    index('data_objections_enterprise').on(objection.enterpriseId, objection.state),
    index('data_objections_due').on(objection.state, objection.dueOn),
    isOneOf('data_objections_data_class', objection.dataClass, recordClassCodes),
    isOneOf('data_objections_state', objection.state, objectionStates),
    check('data_objections_one_open', sql`(${objection.state} = 'open') = (${objection.openRecordSeq} is not null)`),
    check('data_objections_answered', sql`(${objection.answer} is null) = (${objection.answeredAt} is null)`),
    check('data_objections_withdrawn', sql`(${objection.state} = 'withdrawn') = (${objection.withdrawnAt} is not null)`),
    check(
      'data_objections_in_writing',
      sql`(${objection.state} in ('corrected', 'dismissed', 'unresolved')) = (${objection.answeredBy} is not null)`,
    ),
  ],
);

export type DataObjection = typeof dataObjections.$inferSelect;
