import { useQueryClient } from '@tanstack/react-query';
import { useDataProvider, useNotify } from 'react-admin';
import type { RongqiaoDataProvider } from '../dataProvider';
import { matchRunDocument, matchRunsDocument } from './operations';

/** Puts a run or a replay in line; answers its id, or nothing when that was refused. */
export function useRunVerbs() {
  const dataProvider = useDataProvider<RongqiaoDataProvider>();
  const client = useQueryClient();
  const notify = useNotify();
  const run = async (verb: 'start' | 'replay', variables: Record<string, unknown>, said: string): Promise<string | null> => {
    try {
      const { id } = await dataProvider.run<{ id: string }>('matchRuns', verb, variables);
      notify(said, { type: 'success' });
      return id;
    } catch (error) {
      notify((error as Error).message, { type: 'error' });
      return null;
    } finally {
      for (const document of [matchRunsDocument, matchRunDocument])
        void client.invalidateQueries({ queryKey: ['rongqiao', document] });
    }
  };
  return {
    start: () => run('start', {}, 'rongqiao.matchRuns.started'),
    replay: (id: string) => run('replay', { id }, 'rongqiao.matchRuns.replay.started'),
  };
}
