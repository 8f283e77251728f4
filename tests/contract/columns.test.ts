import { and, asc, eq, gt, lt } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  choice,
  date,
  flag,
  id,
  instant,
  integer,
  isOneOf,
  json,
  money,
  sequence,
  table,
  text,
} from '../../server/database/columns';
import { calendarDate } from '../../server/shared/dates';
import { createTables } from '../support/tables';
import { openWorld, type World } from '../support/world';

const colours = ['red', 'green'] as const;
const things = table(
  'things',
  {
    id: id(),
    words: text('words'),
    count: integer('count'),
    priceFen: money('price_fen'),
    isGood: flag('is_good'),
    at: instant('at'),
    day: date('day'),
    shape: json<unknown>('shape'),
    colour: choice('colour', colours),
  },
  thing => [isOneOf('things_colour_known', thing.colour, colours)],
);
const lines = table('lines', { seq: sequence('seq'), words: text('words').notNull() });

let world: World;
beforeEach(async () => {
  world = await openWorld();
  await createTables(world, { things, lines });
});
afterEach(() => world.close());

const backOf = async (values: Partial<typeof things.$inferInsert>) => {
  await world.db.write(tx => tx.insert(things).values({ id: 'one', ...values }));
  const [row] = await world.db.read.select().from(things);
  return row;
};

describe('a column gives back what it was given', () => {
  it.each([
    ['text in Chinese and signs', { words: '贷款「首贷」\n\'"\\%_ 🌉' }],
    ['a count', { count: -3 }],
    ['money up to 2^53 fen', { priceFen: Number.MAX_SAFE_INTEGER }],
    ['negative money', { priceFen: -123_456_789_012 }],
    ['true', { isGood: true }],
    ['false', { isGood: false }],
    ['a moment to the millisecond', { at: new Date('2026-11-23T02:00:00.123Z') }],
    ['a moment before 1970', { at: new Date('1949-10-01T07:00:00.001Z') }],
    ['a day', { day: calendarDate('2024-02-29') }],
    ['a JSON object', { shape: { b: [1, 'two', null, { deep: true }], a: 0.1 } }],
    ['a JSON array', { shape: [] }],
    ['a chosen word', { colour: 'green' as const }],
  ])('%s', async (_name, values) => {
    expect(await backOf(values)).toMatchObject(values);
  });

  it('nothing, in every kind', async () => {
    expect(await backOf({})).toEqual({
      id: 'one',
      words: null,
      count: null,
      priceFen: null,
      isGood: null,
      at: null,
      day: null,
      shape: null,
      colour: null,
    });
  });
});

describe('a column', () => {
  it('compares moments and days as moments and days', async () => {
    const at = new Date('2026-11-23T02:00:00.500Z');
    await backOf({ at, day: calendarDate('2026-11-23') });
    const around = await world.db.read
      .select({ id: things.id })
      .from(things)
      .where(
        and(
          gt(things.at, new Date(at.getTime() - 1)),
          lt(things.at, new Date(at.getTime() + 1)),
          gt(things.day, calendarDate('2026-11-22')),
          lt(things.day, calendarDate('2026-11-24')),
          eq(things.at, at),
        ),
      );
    expect(around).toEqual([{ id: 'one' }]);
  });

  it('of a choice refuses another word', async () => {
    await expect(backOf({ colour: 'blue' as never })).rejects.toThrow();
  });

  it('of a sequence rises by one with every row, as they are written', async () => {
    await world.db.write(async tx => {
      await tx.insert(lines).values({ words: 'a' });
      await tx.insertMany(lines, [{ words: 'b' }, { words: 'c' }]);
    });
    expect(await world.db.read.select().from(lines).orderBy(asc(lines.seq))).toEqual([
      { seq: 1, words: 'a' },
      { seq: 2, words: 'b' },
      { seq: 3, words: 'c' },
    ]);
  });

  it('gives the same through insertMany', async () => {
    const row = {
      id: 'many',
      words: '一',
      count: 1,
      priceFen: 9_007_199_254_740_991,
      isGood: true,
      at: new Date('2026-11-23T02:00:00.123Z'),
      day: calendarDate('2026-11-23'),
      shape: { a: [1] },
      colour: 'red' as const,
    };
    await world.db.write(tx => tx.insertMany(things, [row]));
    expect(await world.db.read.select().from(things)).toEqual([row]);
  });
});
