import { aRun } from '../../matchRuns';
import { aTownRecord, every, type TownRecord } from '../records';
import type { Townspeople } from '../town';

/** A run over the whole town; nobody asked to be told. */
export async function recordsOfMatchRuns({ world }: Townspeople): Promise<TownRecord[]> {
  const { id } = await aRun(world);
  return [aTownRecord({ kind: 'matchRun', name: 'the run over the town', id, isOwn: every('operator') })];
}
