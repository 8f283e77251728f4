import { record } from '../audit/record';
import type { ActorContext } from '../context';
import { conflict } from '../shared/refusals';
import { askForRun } from './askForRun';
import { findRun } from './queries';
import type { MatchRun } from './tables';

/** Puts a run in line that a person asked for; a server takes it up within seconds. Refuses while one is in line already. */
export async function startMatchRun(context: ActorContext): Promise<MatchRun> {
  return context.db.write(async tx => {
    const asked = await askForRun(tx, context, { reason: 'asked' });
    if (!asked) throw alreadyWaiting();
    await record(tx, context, { verb: 'startMatchRun', subject: { kind: 'matchRun', id: asked.id } });
    return findRun(tx, asked.id);
  });
}

export const alreadyWaiting = () =>
  conflict(
    {
      zh: '已有一次匹配任务在等待执行。请等它开始后再发起。',
      en: 'A match run is waiting already. Start another once it has begun.',
    },
    { rule: 'matchRun.waiting' },
  );
