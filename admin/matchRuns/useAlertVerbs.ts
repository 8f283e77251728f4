import { useQueryClient } from '@tanstack/react-query';
import { useDataProvider, useNotify } from 'react-admin';
import type { RongqiaoDataProvider } from '../dataProvider';
import { matchAlertDocument } from './operations';

/** Asking to be told and ending it; answers whether it was done. */
export function useAlertVerbs() {
  const dataProvider = useDataProvider<RongqiaoDataProvider>();
  const client = useQueryClient();
  const notify = useNotify();
  const run = async (verb: 'set' | 'end', variables: Record<string, unknown>, said: string): Promise<boolean> => {
    try {
      await dataProvider.run('matchAlerts', verb, variables);
      await client.invalidateQueries({ queryKey: ['rongqiao', matchAlertDocument] });
      notify(said, { type: 'success' });
      return true;
    } catch (error) {
      notify((error as Error).message, { type: 'error' });
      return false;
    }
  };
  return {
    set: (input: { label: string | null; amountFenMin: number | null }) =>
      run('set', { input }, 'rongqiao.matchRuns.alert.saved'),
    end: () => run('end', {}, 'rongqiao.matchRuns.alert.ended'),
  };
}
