import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useNotify } from 'react-admin';
import { useText } from '../shared/useLocale';

type Inbox = { unread: number; newest: { id: string; title: { zh: string; en: string } } | null };

/** What another party's step can change on an open page; the rest of the page stays as it is. */
const touched = /\b(applications?|demands?|transactions?|messages|unreadMessages)\b/;

/**
 * Listens to the inbox while the page is looked at: when something has come or been read, the bell and whatever shows an
 * application, a demand or a loan ask again; something new is said at the foot of the page.
 */
export function useLiveInbox(isOpen: boolean): void {
  const client = useQueryClient();
  const notify = useNotify();
  const text = useText();
  const known = useRef<Inbox | null>(null);
  const hear = useRef((_: Inbox) => {});
  hear.current = inbox => {
    const before = known.current;
    known.current = inbox;
    if (before === null || JSON.stringify(before) === JSON.stringify(inbox)) return;
    void client.invalidateQueries({
      predicate: ({ queryKey: [root, document] }) =>
        root === 'rongqiao' && typeof document === 'string' && touched.test(document),
    });
    if (inbox.newest && inbox.newest.id !== before.newest?.id && inbox.unread > 0)
      notify(text(inbox.newest.title), { type: 'info' });
  };
  useEffect(() => {
    if (!isOpen) return;
    let source: EventSource | null = null;
    const follow = () => {
      source?.close();
      source = document.hidden ? null : new EventSource('/live/inbox');
      source?.addEventListener('inbox', event => hear.current(JSON.parse(event.data) as Inbox));
    };
    follow();
    document.addEventListener('visibilitychange', follow);
    return () => {
      document.removeEventListener('visibilitychange', follow);
      source?.close();
    };
  }, [isOpen]);
}
