import type { Text } from '../../shared/text';

/** What can be wanted outside the inbox too, in the order in which people are asked. */
export const wishTopics = ['applications', 'offers', 'loans', 'consents', 'products', 'matches'] as const;
export type WishTopic = (typeof wishTopics)[number];

/** What messages are about. Tests go where they were asked to go. */
export const messageTopics = [...wishTopics, 'tests'] as const;
export type MessageTopic = (typeof messageTopics)[number];

export const subjectKinds = [
  'application',
  'demand',
  'transaction',
  'guarantee',
  'scheme',
  'enterprise',
  'objection',
  'consents',
  'warnings',
  'product',
  'matches',
  'verdictReviews',
  'webhooks',
  'feedback',
  'whiteLists',
  'creditLines',
  'escalations',
] as const;

/** What a message is about: the page of this record is one step away. Of matches, verdict reviews, webhooks, feedback, credit lines and escalations, a page each, the id is empty. */
export type MessageSubject = { readonly kind: (typeof subjectKinds)[number]; readonly id: string };

/** A line of a message, and the record it speaks of where that is not the message's own. */
export type MessageLine = { readonly text: Text; readonly subject: MessageSubject | null };

/** What a message says; its own record is null where the reader has no page of it, or none any more. */
export type WordedMessage = {
  readonly title: Text;
  readonly lines: readonly MessageLine[];
  readonly subject: MessageSubject | null;
};

/** A kind of message: what it belongs to, and its words in both languages, made of what it carries and of nothing else. */
export type Kind<Payload> = { readonly topic: MessageTopic; readonly word: (payload: Payload) => WordedMessage };

/** Lines that speak of the message's own record. */
export const plain = (...texts: readonly (Text | null)[]): MessageLine[] =>
  texts.flatMap(text => (text === null ? [] : [{ text, subject: null }]));
