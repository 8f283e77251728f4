import { and, count, desc, inArray, isNull, max } from 'drizzle-orm';
import type { ActorContext } from '../context';
import type { Reader } from '../database/database';
import type { Text } from '../shared/text';
import { wordMessage } from './kinds';
import { countUnread, isSeenBy } from './queries';
import { messages } from './tables';

/** What a page that stays open is told of the inbox. */
export type Inbox = { readonly unread: number; readonly newest: { readonly id: string; readonly title: Text } | null };

/** How the inbox of the actor's own organisation stands. */
export async function inboxOf({ db, actor }: Pick<ActorContext, 'db' | 'actor'>): Promise<Inbox> {
  const [newest] = await db.read
    .select()
    .from(messages)
    .where(isSeenBy(actor))
    .orderBy(desc(messages.createdAt), desc(messages.id))
    .limit(1);
  return {
    unread: await countUnread({ db, actor }),
    newest: newest ? { id: newest.id, title: wordMessage(newest.kind, newest.payload).title } : null,
  };
}

/** How often the inboxes that somebody has open are looked at: all of them in two queries, whichever server wrote to them. */
const lookMilliseconds = 2_000;

type Listener = () => void;

/** Tells those who listen when the inbox of their organisation has changed. */
export class InboxWatch {
  readonly #listeners = new Map<string, Set<Listener>>();
  readonly #seen = new Map<string, string>();
  #timer: NodeJS.Timeout | undefined;
  #turn: Promise<void> = Promise.resolve();

  constructor(private readonly read: Reader) {}

  /** Answers how to stop listening. */
  listen(organisationId: string, onChange: Listener): () => void {
    const listeners = this.#listeners.get(organisationId) ?? new Set();
    this.#listeners.set(organisationId, listeners.add(onChange));
    this.#timer ??= setInterval(() => void this.look().catch(() => undefined), lookMilliseconds).unref();
    return () => {
      listeners.delete(onChange);
      if (listeners.size > 0) return;
      this.#listeners.delete(organisationId);
      this.#seen.delete(organisationId);
      if (this.#listeners.size === 0) this.#stop();
    };
  }

  /** Looks once, after whoever is looking; an inbox that nobody has looked at before counts as changed. */
  look(): Promise<void> {
    this.#turn = this.#turn.catch(() => undefined).then(() => this.#lookOnce());
    return this.#turn;
  }

  async #lookOnce(): Promise<void> {
    const wanted = [...this.#listeners.keys()];
    if (wanted.length === 0) return;
    const now = await marksOf(this.read, wanted);
    for (const organisationId of wanted) {
      const mark = now.get(organisationId) ?? '';
      if (this.#seen.get(organisationId) === mark) continue;
      this.#seen.set(organisationId, mark);
      for (const tell of this.#listeners.get(organisationId) ?? []) tell();
    }
  }

  #stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}

/** A text for each inbox that is another when a message has come or been read. */
async function marksOf(read: Reader, organisationIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const isTheirs = inArray(messages.recipientId, [...organisationIds]);
  const [newest, unread] = await Promise.all([
    read
      .select({ id: messages.recipientId, at: max(messages.createdAt), all: count() })
      .from(messages)
      .where(isTheirs)
      .groupBy(messages.recipientId),
    read
      .select({ id: messages.recipientId, count: count() })
      .from(messages)
      .where(and(isTheirs, isNull(messages.readAt)))
      .groupBy(messages.recipientId),
  ]);
  const unreadOf = new Map(unread.map(each => [each.id, each.count]));
  return new Map(newest.map(({ id, at, all }) => [id, `${at?.getTime()} ${all} ${unreadOf.get(id) ?? 0}`]));
}
