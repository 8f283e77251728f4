import { Following, type FollowingContext } from '../graphql/following';
import { signedIn } from '../graphql/guard';
import { type Inbox, inboxOf } from '../messages/inbox';
import { type Moved, watchOf } from './watch';

/** What a page that stays open is told: how the inbox stands, and what has moved since it was last told. */
export type WorkUpdate = Moved & { readonly inbox: Inbox };

/** The inbox of the actor's organisation at once, and again whenever it, an application of its own or its matches have moved. */
export function workUpdates(context: FollowingContext): Promise<AsyncIterable<WorkUpdate>> {
  const { db, actor, log } = signedIn(context);
  const ids = new Set<string>();
  let matches = false;
  let moves = 0;
  return Following.begin<WorkUpdate>({
    log,
    listen: wake =>
      watchOf(db, log).listen(actor, moved => {
        for (const id of moved.applicationIds) ids.add(id);
        matches ||= moved.matches;
        if (moved.applicationIds.length > 0 || moved.matches) moves += 1;
        wake();
      }),
    async answer() {
      await context.renew();
      const inbox = await inboxOf(signedIn(context));
      const event = { inbox, applicationIds: [...ids], matches };
      ids.clear();
      matches = false;
      return { event, mark: `${moves} ${JSON.stringify(inbox)}` };
    },
  });
}
