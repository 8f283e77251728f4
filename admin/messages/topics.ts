import type { WishTopic } from '../generated/schema';

const readers: Readonly<Record<WishTopic, readonly string[]>> = {
  applications: ['enterprise', 'bank', 'guarantor', 'insurer', 'operator'],
  offers: ['enterprise', 'bank'],
  loans: ['enterprise'],
  consents: ['bank', 'guarantor', 'insurer'],
  products: ['bank', 'insurer', 'operator'],
  matches: ['enterprise'],
};

/** What messages can be about that a reader of this kind of organisation receives. */
export const wishesFor = (kind: string | undefined): WishTopic[] =>
  (Object.keys(readers) as WishTopic[]).filter(topic => kind !== undefined && readers[topic].includes(kind));
