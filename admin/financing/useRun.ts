import { useState } from 'react';
import { useDataProvider, useNotify, useRefresh, useTranslate } from 'react-admin';
import type { RongqiaoDataProvider } from '../dataProvider';

/**
 * Runs `verb` of `resource` from a form of its own. When it is done the page is asked anew, a notice says so, and `onDone`
 * follows; a refusal is kept for the form to show. `notice` is a key of words that says more than that it is done; it is
 * given what was answered.
 */
export function useRun<Answer>(resource: string, verb: string, onDone: (answer: Answer) => void, notice?: string) {
  const [isRunning, setRunning] = useState(false);
  const [refusal, setRefusal] = useState<Error | null>(null);
  const dataProvider = useDataProvider<RongqiaoDataProvider>();
  const notify = useNotify();
  const refresh = useRefresh();
  const translate = useTranslate();

  const run = async (variables: Record<string, unknown>): Promise<void> => {
    setRunning(true);
    setRefusal(null);
    try {
      const answer = await dataProvider.run<Answer>(resource, verb, variables);
      if (notice) notify(notice, { type: 'success', messageArgs: answer as Record<string, unknown> });
      else
        notify('rongqiao.shared.done', {
          type: 'success',
          messageArgs: { verb: translate(`rongqiao.financing.applications.verbs.${verb}`) },
        });
      refresh();
      onDone(answer);
    } catch (error) {
      setRefusal(error as Error);
    } finally {
      setRunning(false);
    }
  };
  return { run, isRunning, refusal };
}
