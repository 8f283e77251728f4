import { sql } from 'drizzle-orm';
import { check, choice, id, index, instant, integer, isOneOf, table, text, uniqueIndex } from '../database/columns';
import { taskNames } from './tasks';

export const scheduledRunStates = ['waiting', 'running', 'finished', 'failed'] as const;
export type ScheduledRunState = (typeof scheduledRunStates)[number];

/** One carrying out of a scheduled task: when, by which process, and what it did. */
export const scheduledRuns = table(
  'scheduled_runs',
  {
    id: id(),
    task: choice('task', taskNames).notNull(),
    state: choice('state', scheduledRunStates).notNull(),
    /** The day it is for: each task has one run a day, however many servers there are. Null for those that a person asked for. */
    occasion: text('occasion'),
    createdAt: instant('created_at').notNull(),
    startedAt: instant('started_at'),
    finishedAt: instant('finished_at'),
    /** The process that works on it, and until when the others leave it alone. */
    holder: text('holder'),
    leaseUntil: instant('lease_until'),
    /** How many records it moved on; null until it has finished. */
    moved: integer('moved'),
  },
  run => [
    uniqueIndex('scheduled_runs_occasion').on(run.occasion),
    index('scheduled_runs_newest').on(run.createdAt),
    index('scheduled_runs_open').on(run.state),
    isOneOf('scheduled_runs_task_known', run.task, taskNames),
    isOneOf('scheduled_runs_state_known', run.state, scheduledRunStates),
    check('scheduled_runs_held', sql`(${run.state} = 'running') = (${run.leaseUntil} is not null)`),
  ],
);

export type ScheduledRun = typeof scheduledRuns.$inferSelect;
