import { useQueryClient } from '@tanstack/react-query';
import { useDataProvider, useNotify } from 'react-admin';
import type { RongqiaoDataProvider } from '../dataProvider';
import { messagesDocument, unreadMessagesDocument } from './operations';

/** The two ways of having read; afterwards the inbox and the bell ask again. */
export function useReading() {
  const dataProvider = useDataProvider<RongqiaoDataProvider>();
  const client = useQueryClient();
  const notify = useNotify();
  const run = async <Value>(verb: string, variables: Record<string, unknown>): Promise<Value | undefined> => {
    try {
      return await dataProvider.run<Value>('messages', verb, variables);
    } catch (error) {
      notify((error as Error).message, { type: 'error' });
      return undefined;
    } finally {
      for (const document of [messagesDocument, unreadMessagesDocument])
        void client.invalidateQueries({ queryKey: ['rongqiao', document] });
    }
  };
  return {
    markRead: (id: string) => run('markRead', { id }),
    async markAllRead() {
      const read = await run<number>('markAllRead', {});
      if (read !== undefined) notify('rongqiao.messages.allRead', { type: 'success', messageArgs: { smart_count: read } });
    },
  };
}
