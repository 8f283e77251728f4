import { sql } from 'drizzle-orm';
import { check, id, instant, integer, json, table, text, uniqueIndex } from '../../database/columns';
import { applications } from '../applications/tables';
import type { CorrectionItem } from './items';

/** What a bank asked a firm to put right, all of it in one list (优化营商环境条例 36), and what the firm answered to each. */
export const corrections = table(
  'corrections',
  {
    id: id(),
    applicationId: text('application_id')
      .notNull()
      .references(() => applications.id),
    /** 1, 2, 3 … within the application. */
    number: integer('number').notNull(),
    items: json<readonly CorrectionItem[]>('items').notNull(),
    /** Why the bank asks again; null the first time. */
    note: text('note'),
    askedAt: instant('asked_at').notNull(),
    /** One for each item, in their order; null until the firm has answered. */
    answers: json<readonly string[] | null>('answers'),
    answeredAt: instant('answered_at'),
  },
  correction => [
    uniqueIndex('corrections_number').on(correction.applicationId, correction.number),
    check('corrections_answered', sql`(${correction.answers} is null) = (${correction.answeredAt} is null)`),
    check('corrections_explained', sql`${correction.number} = 1 or ${correction.note} is not null`),
  ],
);

export type Correction = typeof corrections.$inferSelect;
