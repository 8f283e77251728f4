import { useState } from 'react';
import { useDataProvider, useNotify, useRefresh } from 'react-admin';
import type { RongqiaoDataProvider } from '../../dataProvider';

/** Runs one verb from a form of its own; a refusal is kept for the form to show. Answers nothing when it was refused. */
export function useVerb<Value>(resource: string, verb: string, said: string) {
  const dataProvider = useDataProvider<RongqiaoDataProvider>();
  const notify = useNotify();
  const refresh = useRefresh();
  const [isRunning, setRunning] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const run = async (variables: Record<string, unknown>): Promise<Value | undefined> => {
    setRunning(true);
    setRefusal(null);
    try {
      const value = await dataProvider.run<Value>(resource, verb, variables);
      notify(said, { type: 'success' });
      refresh();
      return value;
    } catch (error) {
      setRefusal((error as Error).message);
      return undefined;
    } finally {
      setRunning(false);
    }
  };
  return { run, isRunning, refusal };
}
