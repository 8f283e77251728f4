import { desc } from 'drizzle-orm';
import type { Reader } from '../database/database';
import { selectPage } from '../database/select';
import type { ListRequest, Page } from '../shared/list';
import { type ScheduledRun, scheduledRuns } from './tables';

/** All runs of scheduled work, newest first. */
export const listScheduledRuns = (read: Reader, list: ListRequest): Promise<Page<ScheduledRun>> =>
  selectPage(read, scheduledRuns, {
    list,
    sorts: { createdAt: scheduledRuns.createdAt, finishedAt: scheduledRuns.finishedAt },
    defaultSort: [desc(scheduledRuns.createdAt), desc(scheduledRuns.id)],
  });
