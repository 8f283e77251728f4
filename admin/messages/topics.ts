import type { MessageTopic } from '../generated/schema';

const readers: Readonly<Record<MessageTopic, readonly string[]>> = {
  applications: ['enterprise', 'bank'],
  offers: ['enterprise', 'bank'],
  loans: ['enterprise'],
  consents: ['bank', 'guarantor', 'insurer'],
  products: ['bank', 'insurer', 'operator'],
  matches: ['enterprise'],
};

/** What messages can be about that a reader of this kind of organisation receives. */
export const topicsFor = (kind: string | undefined): MessageTopic[] =>
  (Object.keys(readers) as MessageTopic[]).filter(topic => kind !== undefined && readers[topic].includes(kind));
