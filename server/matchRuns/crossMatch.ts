import { createHash } from 'node:crypto';
import type { Facts } from '../matching/facts';
import { engineVersion, type MatchableProduct, match } from '../matching/match';
import type { CalendarDate } from '../shared/dates';
import { type Bits, bitsUpTo, bytesOf, put } from './bits';

/** A firm by its number, with what is known of it. */
export type NumberedFirm = { readonly number: number; readonly facts: Facts };

/** The firms that are eligible for one product, and those of whom something is unknown. */
export type FoundFirms = { readonly eligible: Bits; readonly possible: Bits };

export type CrossMatch = {
  readonly engineVersion: string;
  /** SHA-256 of every firm's number and facts, as far as a verdict can depend on them. */
  readonly populationDigest: string;
  readonly firms: Bits;
  /** By product, in the order of the products. */
  readonly found: ReadonlyMap<string, FoundFirms>;
};

/**
 * Matches every firm with every product, without a request: who could have it with some. Firms come one after the other
 * and are not kept; `largest` is the highest number among them.
 */
export async function crossMatch(question: {
  readonly products: readonly MatchableProduct[];
  readonly firms: AsyncIterable<NumberedFirm>;
  readonly largest: number;
  readonly day: CalendarDate;
}): Promise<CrossMatch> {
  const { products, day, largest } = question;
  const found = new Map(products.map(({ id }) => [id, { eligible: bitsUpTo(largest), possible: bitsUpTo(largest) }]));
  const firms = bitsUpTo(largest);
  const digest = createHash('sha256');
  for await (const { number, facts } of question.firms) {
    put(firms, number);
    digest.update(`${number} ${factsText(facts)}\n`);
    for (const { productId, verdict } of match(products, facts, null, day)) {
      const sets = found.get(productId);
      if (sets && verdict !== 'notEligible') put(sets[verdict], number);
    }
  }
  return { engineVersion, populationDigest: digest.digest('hex'), firms, found };
}

const factsText = (facts: Facts): string => {
  const known = [...facts].flatMap(([key, fact]) => (fact.known ? [{ key, value: fact.value }] : []));
  return JSON.stringify(known.sort((a, b) => (a.key < b.key ? -1 : 1)));
};

export const digestOfFound = ({ eligible, possible }: FoundFirms): string =>
  createHash('sha256').update(bytesOf(eligible)).update(bytesOf(possible)).digest('hex');
