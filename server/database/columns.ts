import { type SQL, sql } from 'drizzle-orm';
import * as pg from 'drizzle-orm/pg-core';
import * as lite from 'drizzle-orm/sqlite-core';
import { config } from '../config';
import type { CalendarDate } from '../shared/dates';

/**
 * The dialect seam. Every `tables.ts` is written once with these columns; a process speaks one dialect, chosen by
 * DATABASE_URL before the first table is made. Static types are SQLite's: PostgreSQL's tables have the same shape,
 * so the casts below are the only place where the two are told apart.
 */
const isPostgres = config.dialect === 'postgres';

export const table = (isPostgres ? pg.pgTable : lite.sqliteTable) as typeof lite.sqliteTable;

/** A text primary key: a UUIDv7 made by the context, so that keys rise with time. */
export const id = () => text('id').primaryKey();

/** A number the database gives, rising by one: for rows that are written in masses or in a chain. */
export const sequence = (name: string) =>
  (isPostgres
    ? pg.bigint(name, { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity()
    : lite.integer(name).primaryKey({ autoIncrement: true })) as ReturnType<typeof liteSequence>;
const liteSequence = (name: string) => lite.integer(name).primaryKey({ autoIncrement: true });

export const text = ((name: string) => (isPostgres ? pg.text(name) : lite.text(name))) as (
  name: string,
) => ReturnType<typeof liteText>;
const liteText = (name: string) => lite.text(name);

/** A whole number: a count, months, days, basis points. */
export const integer = ((name: string) => (isPostgres ? pg.integer(name) : lite.integer(name))) as (
  name: string,
) => ReturnType<typeof liteInteger>;
const liteInteger = (name: string) => lite.integer(name);

/** Whole fen, safe to 2^53. Also for other counts that may pass two thousand million. */
export const money = ((name: string) => (isPostgres ? pg.bigint(name, { mode: 'number' }) : lite.integer(name))) as (
  name: string,
) => ReturnType<typeof liteInteger>;

export const flag = ((name: string) => (isPostgres ? pg.boolean(name) : lite.integer(name, { mode: 'boolean' }))) as (
  name: string,
) => ReturnType<typeof liteFlag>;
const liteFlag = (name: string) => lite.integer(name, { mode: 'boolean' });

/** A moment, to the millisecond. */
export const instant = ((name: string) =>
  isPostgres
    ? pg.timestamp(name, { withTimezone: true, precision: 3, mode: 'date' })
    : lite.integer(name, { mode: 'timestamp_ms' })) as (name: string) => ReturnType<typeof liteInstant>;
const liteInstant = (name: string) => lite.integer(name, { mode: 'timestamp_ms' });

/** The days from one moment to another, with their parts, as a query reckons them. */
export const daysApart = (from: lite.AnySQLiteColumn | SQL, to: lite.AnySQLiteColumn | SQL): SQL<number> =>
  isPostgres ? sql`extract(epoch from (${to} - ${from})) / 86400` : sql`(${to} - ${from}) / 86400000.0`;

/** A calendar date, `YYYY-MM-DD`. */
export const date = ((name: string) =>
  isPostgres ? pg.date(name, { mode: 'string' }).$type<CalendarDate>() : lite.text(name).$type<CalendarDate>()) as (
  name: string,
) => ReturnType<typeof liteDate>;
const liteDate = (name: string) => lite.text(name).$type<CalendarDate>();

/** A JSON object or array, written and read whole; shared queries never look inside. Not a bare string: PostgreSQL's driver would read it twice. */
export const json = <Shape>(name: string) =>
  (isPostgres ? pg.jsonb(name).$type<Shape>() : lite.text(name, { mode: 'json' }).$type<Shape>()) as ReturnType<
    typeof liteJson<Shape>
  >;
const liteJson = <Shape>(name: string) => lite.text(name, { mode: 'json' }).$type<Shape>();

/** Bytes that only a program reads, such as a packed bitmap. */
export const bytes = ((name: string) => (isPostgres ? bytea(name) : liteBytes(name))) as typeof liteBytes;
const liteBytes = (name: string) => lite.blob(name, { mode: 'buffer' });
const bytea = pg.customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/** One of a fixed list of words; pair it with `isOneOf` in the table's constraints so that the database refuses others. */
export const choice = <const Word extends string>(name: string, words: readonly Word[]) =>
  (isPostgres ? pg.text(name, { enum: words as never }) : lite.text(name, { enum: words as never })) as unknown as ReturnType<
    typeof liteChoice<Word>
  >;
const liteChoice = <Word extends string>(name: string) => lite.text(name).$type<Word>();

export const index = (isPostgres ? pg.index : lite.index) as typeof lite.index;
export const uniqueIndex = (isPostgres ? pg.uniqueIndex : lite.uniqueIndex) as typeof lite.uniqueIndex;
export const primaryKey = (isPostgres ? pg.primaryKey : lite.primaryKey) as typeof lite.primaryKey;
export const check = (isPostgres ? pg.check : lite.check) as typeof lite.check;

/** The check that `column` holds one of `words`. */
export const isOneOf = (name: string, column: lite.AnySQLiteColumn, words: readonly string[]) =>
  check(name, holdsOne(column, words));

/**
 * That `column` holds one of `words`, as a check of a table says it. Word by word: for `in (…)` SQLite builds a table of the words with every
 * insert, which takes as long as the insert itself.
 */
export const holdsOne = (column: lite.AnySQLiteColumn, words: readonly string[]): SQL =>
  sql.join(
    words.map(word => sql`${column} = ${sql.raw(`'${word}'`)}`),
    sql` or `,
  );

/** The record's version: starts at 1, rises by one with each change, guards against lost updates. */
export const version = () => integer('version').notNull().default(1);

export type Condition = SQL | undefined;
