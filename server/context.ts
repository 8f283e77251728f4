import type { Logger } from 'pino';
import type { Database } from './database/database';
import type { Actor } from './shared/actor';
import type { CalendarDate, Instant } from './shared/dates';
import type { Locale } from './shared/text';

/** All that a piece of work may know of the world around it. One per request; commands, seeds and timers make their own. */
export type Context = {
  readonly actor: Actor | null;
  readonly db: Database;
  readonly now: Instant;
  readonly today: CalendarDate;
  readonly newId: () => string;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
  readonly requestId: string;
};

/** A context whose actor is known: what every command and every guarded read takes. */
export type ActorContext = Context & { readonly actor: Actor };

/** What a request over HTTP adds: the reader's language, loaders that live as long as the request, and cookies. */
export type RequestContext = Context & {
  readonly locale: Locale;
  readonly loaders: Map<unknown, unknown>;
  readonly sessionToken: string | null;
  readonly address: string;
  /** How long a session lasts from its sign-in on. */
  readonly sessionHours: number;
  /** Hands the browser its session cookie, or takes it away. */
  readonly keepSession: (session: { readonly token: string; readonly expiresAt: Instant } | null) => void;
};
