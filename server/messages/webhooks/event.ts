import { createHmac } from 'node:crypto';
import { newToken } from '../../identity/sessions/token';
import type { Instant } from '../../shared/dates';
import { type MessageKind, wordMessage } from '../kinds';
import type { Message } from '../tables';

/** A kind by its name among events: `application.submitted`. */
export const eventTypeOf = (kind: MessageKind): string => kind.replace(/[A-Z]/g, letter => `.${letter.toLowerCase()}`);

/** What a webhook is sent of a message: what it carries as data, its title in both languages, and the record it is about. */
export function eventBody({ kind, payload, createdAt }: Pick<Message, 'kind' | 'payload' | 'createdAt'>): string {
  const { title, subject } = wordMessage(kind, payload);
  return JSON.stringify({ type: eventTypeOf(kind), timestamp: createdAt.toISOString(), data: { title, subject, ...payload } });
}

const secretPrefix = 'whsec_';

/** 256 random bits in the form of Standard Webhooks. */
export const newSecret = (): string => `${secretPrefix}${Buffer.from(newToken(), 'base64url').toString('base64')}`;

/**
 * The headers of a delivery by Standard Webhooks 1.0: its id, the second of the attempt, and HMAC-SHA256 over
 * `id.timestamp.body`. The id is the message's and stays the same however often it is tried.
 */
export function signedHeaders(
  body: string,
  { id, secret, at }: { readonly id: string; readonly secret: string; readonly at: Instant },
): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1_000));
  const key = Buffer.from(secret.slice(secretPrefix.length), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
}
