import { count, eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gapsOf } from '../server/products/gaps';
import { publishedProducts } from '../server/products/queries';
import { readTerms, ruleDigest } from '../server/products/readTerms';
import { lprQuotes, products, productVersions } from '../server/products/tables';
import { systemActor } from '../server/shared/actor';
import { calendarDate, dayOf, daysBetween } from '../server/shared/dates';
import { anOrganisation } from '../tests/support/identity';
import { openWorld, type World } from '../tests/support/world';
import { publishedFigures } from './city/figures';
import { seedProducts } from './products';
import { families } from './products/families';
import { productTerms } from './products/productTerms';
import { planShelf } from './products/shelf';
import { Random } from './random';

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
      'published/none': 39,
      'published/inReview': 1,
      'unlisted/draft': 1,
      'unlisted/inReview': 1,
      'suspended/none': 1,
      'withdrawn/closed': 1,
    });
    const owners = await world.db.read.select({ id: products.institutionId }).from(products).groupBy(products.institutionId);
    expect(owners).toHaveLength(3);
    expect(await publishedProducts(world.db.read, world.contextFor(systemActor('seed')).today)).toHaveLength(40);
    const quotes = await world.db.read.select({ total: count() }).from(lprQuotes).where(eq(lprQuotes.tenor, '1Y'));
    expect(quotes[0]?.total).toBeGreaterThan(80);
  });

  it('reviews each on days that lie before its publication', async () => {
    await seedProducts(world.contextFor(systemActor('seed')));
    const rows = await world.db.read
      .select({ on: products.firstPublishedOn, drawnUp: products.createdAt, publishedAt: productVersions.publishedAt })
      .from(products)
      .innerJoin(productVersions, eq(productVersions.id, products.currentVersionId));
    for (const { on, drawnUp, publishedAt } of rows) {
      expect(publishedAt && dayOf(publishedAt)).toBe(on);
      expect(daysBetween(dayOf(drawnUp), on ?? calendarDate('2026-11-23'))).toBeGreaterThan(6);
    }
  });
});

describe('planShelf', () => {
  const shelf = planShelf(publishedFigures, 1, calendarDate('2026-11-23'));
  const onShelf = shelf.filter(({ fate }) => fate === 'published' || fate === 'revised');

  it('has 417 products on the shelf, 42 of them red credit', () => {
    expect(onShelf).toHaveLength(417);
    expect(onShelf.filter(({ family }) => family.labels?.includes('redCredit'))).toHaveLength(42);
  });

  it('has 359 first published in 2021, whatever became of them', () => {
    expect(shelf.filter(({ publishedOn }) => publishedOn.startsWith('2021'))).toHaveLength(359);
  });

  it('draws valid terms, each its own, the widest of each family first', () => {
    const drawn = shelf.map(({ family, round }, place) => readTerms(productTerms(family, round, Random.of(1, place))));
    expect(new Set(drawn.map(({ rule }) => ruleDigest(rule))).size).toBeGreaterThan(400);
    expect(drawn.every(({ rule }) => rule.all.length >= 5)).toBe(true);
    expect(drawn.flatMap(gapsOf)).toEqual([]);
    const first = shelf.slice(0, families.length);
    expect(first.every(({ round }) => round === 0)).toBe(true);
  });
});
