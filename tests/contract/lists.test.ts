import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { containing, selectPage } from '../../server/database/select';
import { organisations } from '../../server/identity/tables';
import type { ListRequest } from '../../server/shared/list';
import { anOrganisation } from '../support/identity';
import { openWorld, type World } from '../support/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  const named = [
    ['1', 'Beta 100% bank', 'B'],
    ['2', 'alpha_bank', null],
    ['3', 'ALPHA bank', 'A'],
    ['4', '德阳银行', null],
    ['5', 'back\\slash bank', 'A'],
  ] as const;
  for (const [id, name, shortName] of named) await anOrganisation(world, { id, name, shortName });
});
afterAll(() => world.close());

const page = (list: Partial<ListRequest>, where?: Parameters<typeof selectPage>[2]['where']) =>
  selectPage(world.db.read, organisations, {
    list: { page: 1, perPage: 25, ...list },
    where,
    sorts: { shortName: organisations.shortName, kind: organisations.kind },
    defaultSort: [asc(organisations.kind)],
  });

const idsOf = async (list: Partial<ListRequest>, where?: Parameters<typeof page>[1]) =>
  (await page(list, where)).items.map(({ id }) => id).join('');

describe('selectPage', () => {
  it('sorts rising and falling with unknown values last, and breaks ties by id', async () => {
    expect(await idsOf({ sort: 'shortName', order: 'ASC' })).toBe('35124');
    expect(await idsOf({ sort: 'shortName', order: 'DESC' })).toBe('13524');
  });

  it('sorts as the list does by itself, ties by id, when nothing is asked', async () => {
    expect(await idsOf({})).toBe('12345');
  });

  it('gives every record once over its pages, and the total on each', async () => {
    const pages = await Promise.all([1, 2, 3, 4].map(number => page({ page: number, perPage: 2 })));
    expect(pages.map(({ items }) => items.map(({ id }) => id).join(''))).toEqual(['12', '34', '5', '']);
    expect(pages.map(({ total }) => total)).toEqual([5, 5, 5, 5]);
  });

  it('counts only what the condition lets through, as a number', async () => {
    const { items, total } = await page({ perPage: 1 }, eq(organisations.shortName, 'A'));
    expect([items.length, total]).toEqual([1, 2]);
  });

  it.each([
    [{ page: 0 }, 'page.min'],
    [{ perPage: 0 }, 'perPage.range'],
    [{ perPage: 201 }, 'perPage.range'],
    [{ sort: 'passwordHash' }, 'sort.unknown'],
  ])('refuses %o with %s', async (list, rule) => {
    await expect(page(list)).rejects.toMatchObject({ code: 'INVALID_INPUT', details: { rule } });
  });
});

describe('containing', () => {
  it.each([
    ['ALPHA', '23', 'without regard to case'],
    ['100%', '1', 'with % as itself'],
    ['a_b', '2', 'with _ as itself'],
    ['k\\s', '5', 'with a backslash as itself'],
    ['银行', '4', 'in Chinese'],
    ['%', '1', 'a lone %'],
    ['', '12345', 'nothing, which is anywhere'],
  ])('finds %j in %s: %s', async (words, expected) => {
    expect(await idsOf({}, containing(organisations.name, words))).toBe(expected);
  });
});
