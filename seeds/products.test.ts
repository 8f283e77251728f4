import { count, eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gapsOf } from '../server/products/gaps';
import { publishedProducts } from '../server/products/queries';
import { readTerms, ruleDigest } from '../server/products/readTerms';
import { lprQuotes, products, productVersions } from '../server/products/tables';
import { systemActor } from '../server/shared/actor';
import { anOrganisation } from '../tests/support/identity';
import { openWorld, type World } from '../tests/support/world';
import { demoTerms, seedProducts } from './products';
import { families } from './products/families';

let world: World;
beforeEach(async () => {
  world = await openWorld();
  for (let n = 0; n < 3; n++) await anOrganisation(world, { kind: 'bank' });
});
afterEach(() => world.close());

describe('seedProducts', () => {
  it('gives three banks products of every family, in every state', async () => {
    await seedProducts(world.contextFor(systemActor('seed')));
    const versions = await world.db.read.select({ category: productVersions.category }).from(productVersions);
    expect(new Set(versions.map(({ category }) => category))).toEqual(new Set(families.map(({ category }) => category)));
    const standings = await world.db.read
      .select({ listing: products.listing, revision: products.revision, count: count() })
      .from(products)
      .groupBy(products.listing, products.revision);
    expect(Object.fromEntries(standings.map(row => [`${row.listing}/${row.revision}`, row.count]))).toEqual({
      'published/none': 40,
      'published/inReview': 1,
      'unlisted/draft': 1,
      'unlisted/inReview': 1,
      'suspended/none': 1,
      'withdrawn/closed': 1,
    });
    const owners = await world.db.read.select({ id: products.institutionId }).from(products).groupBy(products.institutionId);
    expect(owners).toHaveLength(3);
    expect(await publishedProducts(world.db.read, world.contextFor(systemActor('seed')).today)).toHaveLength(41);
    const quotes = await world.db.read.select({ total: count() }).from(lprQuotes).where(eq(lprQuotes.tenor, '1Y'));
    expect(quotes[0]?.total).toBeGreaterThan(80);
  });

  it('draws as many valid products as wanted, each its own', () => {
    const drawn = Array.from({ length: 417 }, (_, index) => readTerms(demoTerms(index)));
    expect(new Set(drawn.map(({ rule }) => ruleDigest(rule))).size).toBeGreaterThan(400);
    expect(drawn.every(({ rule }) => rule.all.length >= 5)).toBe(true);
    expect(drawn.flatMap(gapsOf)).toEqual([]);
  });
});
