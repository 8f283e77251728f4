import { record } from '../audit/record';
import type { ActorContext } from '../context';
import { conflict } from '../shared/refusals';
import { askForRun } from './askForRun';
import { findRun } from './queries';
import { canBeReplayed } from './replay';
import { alreadyWaiting } from './startMatchRun';
import type { MatchRun } from './tables';

/**
 * Puts a replay in line: the run is made again from what it was made of, and tells nobody anything. Refuses a run that
 * has not finished or is a replay itself, and while another is in line.
 */
export async function replayMatchRun(context: ActorContext, id: string): Promise<MatchRun> {
  return context.db.write(async tx => {
    const original = await findRun(tx, id);
    if (!canBeReplayed(original)) throw notReplayable();
    const asked = await askForRun(tx, context, { reason: 'replay', replayOf: id });
    if (!asked) throw alreadyWaiting();
    await record(tx, context, { verb: 'replayMatchRun', subject: { kind: 'matchRun', id }, details: { replayId: asked.id } });
    return findRun(tx, asked.id);
  });
}

const notReplayable = () =>
  conflict(
    {
      zh: '只能复算已完成的匹配任务；复算本身不再复算。',
      en: 'Only a finished run can be replayed, and a replay is not replayed again.',
    },
    { rule: 'matchRun.replayable' },
  );
