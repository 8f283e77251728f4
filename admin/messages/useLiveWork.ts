import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useNotify } from 'react-admin';
import type { WorkUpdate } from '../generated/schema';
import { follow } from '../shared/follow';
import { useText } from '../shared/useLocale';
import { workUpdatesDocument } from './operations';

/** What another party's step, or a colleague's, can change on an open page; the rest of the page stays as it is. */
const work = /\b(applications?|demands?|transactions?|verdictReviews|messages|unreadMessages)\b/;
const matches = /\bmatch(es)?\b/;

/**
 * Follows what moves for the organisation while the page is looked at: when something has, the bell and whatever shows an
 * application, a demand, a loan or matches ask again; a new message is said at the foot of the page.
 */
export function useLiveWork(isOpen: boolean): void {
  const client = useQueryClient();
  const notify = useNotify();
  const text = useText();
  const known = useRef<WorkUpdate['inbox'] | null>(null);
  const hear = useRef((_: WorkUpdate) => {});
  hear.current = update => {
    const { inbox } = update;
    const before = known.current;
    known.current = inbox;
    if (before === null) return;
    const hasWorkMoved = update.applicationIds.length > 0 || JSON.stringify(before) !== JSON.stringify(inbox);
    void client.invalidateQueries({
      predicate: ({ queryKey: [root, document] }) =>
        root === 'rongqiao' &&
        typeof document === 'string' &&
        ((hasWorkMoved && work.test(document)) || (update.matches && matches.test(document))),
    });
    if (inbox.newest && inbox.newest.id !== before.newest?.id && inbox.unread > 0)
      notify(text(inbox.newest.title), { type: 'info' });
  };
  useEffect(() => {
    if (!isOpen) return;
    let stop: (() => void) | null = null;
    const begin = () => {
      stop?.();
      stop = document.hidden
        ? null
        : follow<{ workUpdates: WorkUpdate }>(workUpdatesDocument, {}, { next: data => hear.current(data.workUpdates) });
    };
    begin();
    document.addEventListener('visibilitychange', begin);
    return () => {
      document.removeEventListener('visibilitychange', begin);
      stop?.();
    };
  }, [isOpen]);
}
