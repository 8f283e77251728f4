import { createHash } from 'node:crypto';
import { coordinatesOf } from '../matching/coordinates';
import type { Facts } from '../matching/facts';
import { engineVersion, type MatchableProduct } from '../matching/match';
import { Matcher } from '../matching/matcher';
import { Population } from '../matching/population';
import { crossBitmaps, threadsFor } from '../matching/threads';
import type { CalendarDate } from '../shared/dates';
import { type Bits, bitsUpTo, bytesOf, put, without } from './bits';

/** A firm by its number, with what is known of it. */
export type NumberedFirm = { readonly number: number; readonly facts: Facts };

/** The firms that are eligible for one product, and those of whom something is unknown. */
export type FoundFirms = { readonly eligible: Bits; readonly possible: Bits };

export type CrossMatch = {
  readonly engineVersion: string;
  /** SHA-256 of every firm's number and coordinates, which are all that a verdict depends on. */
  readonly populationDigest: string;
  readonly firms: Bits;
  /** By product, in the order of the products. */
  readonly found: ReadonlyMap<string, FoundFirms>;
};

/**
 * Matches every firm with every product, without a request: who could have it with some. Firms come one after the other,
 * of whom only their coordinates are kept; `largest` is the highest number among them.
 */
export async function crossMatch(question: {
  readonly products: readonly MatchableProduct[];
  readonly firms: AsyncIterable<NumberedFirm>;
  readonly largest: number;
  readonly day: CalendarDate;
}): Promise<CrossMatch> {
  const { products, day, largest } = question;
  const population = new Population(Math.max(512, largest + 1));
  const matcher = new Matcher(products, day);
  // Made before there is any firm, the planes take in each as it comes.
  const threads = threadsFor(products.length * largest);
  const runner = population.runnerOf(matcher.codebook, { threads, products: products.length });
  const firms = bitsUpTo(largest);
  const digest = createHash('sha256');
  for await (const { number, facts } of question.firms) {
    const coordinates = coordinatesOf(facts);
    population.put(number, coordinates);
    put(firms, number);
    digest.update(`${number} `).update(new Uint8Array(coordinates.buffer, coordinates.byteOffset, coordinates.byteLength));
  }
  const found = new Map<string, FoundFirms>();
  for (const [place, { certain, possible }] of (await crossBitmaps(runner, matcher.program)).entries()) {
    const product = products[place] as MatchableProduct;
    found.set(product.id, {
      eligible: certain.slice(0, firms.length),
      possible: without(possible, certain).slice(0, firms.length),
    });
  }
  return { engineVersion, populationDigest: digest.digest('hex'), firms, found };
}

export const digestOfFound = ({ eligible, possible }: FoundFirms): string =>
  createHash('sha256').update(bytesOf(eligible)).update(bytesOf(possible)).digest('hex');
