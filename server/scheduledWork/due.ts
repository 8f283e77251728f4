import { dayOf, type Instant } from '../shared/dates';
import type { TaskName } from './tasks';

/** What today's run of a task is called: deadlines are days, so a task is due once a day, from midnight in Asia/Shanghai on. */
export const occasionOf = (task: TaskName, now: Instant): string => `${task}:${dayOf(now)}`;
