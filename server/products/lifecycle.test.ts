import { describe, expect, it } from 'vitest';
import { Refusal } from '../shared/refusals';
import {
  type Listing,
  listings,
  nextStanding,
  type ProductVerb,
  productVerbs,
  type Revision,
  revisions,
  stateOf,
  verbsOf,
} from './lifecycle';

/** Every standing a product can be in, and the verbs it has there; the others must be refused. */
const table: readonly [Listing, Revision, ReturnType<typeof stateOf>, readonly ProductVerb[]][] = [
  ['unlisted', 'draft', 'draft', ['update', 'submit', 'withdraw']],
  ['unlisted', 'inReview', 'inReview', ['return', 'publish', 'withdraw']],
  ['published', 'none', 'published', ['update', 'suspend', 'withdraw']],
  ['published', 'draft', 'published', ['update', 'submit', 'suspend', 'withdraw']],
  ['published', 'inReview', 'published', ['return', 'publish', 'suspend', 'withdraw']],
  ['suspended', 'none', 'suspended', ['update', 'resume', 'withdraw']],
  ['suspended', 'draft', 'suspended', ['update', 'submit', 'resume', 'withdraw']],
  ['suspended', 'inReview', 'suspended', ['return', 'publish', 'resume', 'withdraw']],
  ['withdrawn', 'closed', 'withdrawn', []],
];

describe('the lifecycle of a product', () => {
  it.each(table)('%s / %s is %s and allows %j', (listing, revision, state, verbs) => {
    expect(stateOf({ listing, revision })).toBe(state);
    expect(verbsOf({ listing, revision })).toEqual(verbs);
    for (const verb of productVerbs.filter(verb => !verbs.includes(verb)))
      expect(() => nextStanding({ listing, revision }, verb)).toThrow(Refusal);
  });

  it('leads from a draft to every standing of the table and to no other', () => {
    const reached = new Set(['unlisted/draft']);
    const queue = [{ listing: 'unlisted', revision: 'draft' } as { listing: Listing; revision: Revision }];
    for (let at = queue.pop(); at; at = queue.pop())
      for (const verb of verbsOf(at)) {
        const next = nextStanding(at, verb);
        if (reached.has(`${next.listing}/${next.revision}`)) continue;
        reached.add(`${next.listing}/${next.revision}`);
        queue.push(next);
      }
    expect([...reached].sort()).toEqual(table.map(([listing, revision]) => `${listing}/${revision}`).sort());
    expect(listings.length * revisions.length).toBeGreaterThan(table.length);
  });
});
