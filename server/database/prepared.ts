import { Column, is, SQL } from 'drizzle-orm';
import type { Reader } from './database';

type Preparable<Rows> = PromiseLike<Rows> & { prepare(): unknown };

/** What drizzle makes of a query, on either database, as far as it is used here. */
type Prepared<Rows> = {
  readonly fields?: readonly Field[];
  /** By table, whether its join always finds a row. */
  readonly joinsNotNullableMap?: Readonly<Record<string, boolean>>;
  customResultMapper?: (rows: readonly (readonly unknown[])[]) => unknown;
  execute(values: Record<string, unknown>): PromiseLike<Rows>;
};

type Field = { readonly path: readonly string[]; readonly field: unknown };

/**
 * A query that is built once for each database and then only run: for the few that every request asks, where
 * building costs ten times the answer. Its values are `sql.placeholder`s, and take no part in drizzle's conversion:
 * compare texts and numbers, not moments. `name` is the statement's name on PostgreSQL and must be its own.
 */
export function prepared<Rows>(name: string, build: (read: Reader) => Preparable<Rows>) {
  const kept = new WeakMap<Reader, Prepared<Rows>>();
  return async (read: Reader, values: Record<string, unknown>): Promise<Rows> => {
    let query = kept.get(read);
    if (!query) {
      // SQLite's form takes no name, PostgreSQL's needs one; the static types are SQLite's.
      query = (build(read) as unknown as { prepare(name: string): Prepared<Rows> }).prepare(name);
      readFaster(query);
      kept.set(read, query);
    }
    return query.execute(values);
  };
}

/** `prepared` for a query that comes in a few variants, such as the orders of a list: each is built when first asked. */
export function preparedVariants<Rows, Variant extends string>(
  name: string,
  build: (read: Reader, variant: Variant) => Preparable<Rows>,
) {
  const variants = new Map<Variant, (read: Reader, values: Record<string, unknown>) => Promise<Rows>>();
  return (read: Reader, variant: Variant, values: Record<string, unknown>): Promise<Rows> => {
    let run = variants.get(variant);
    if (!run) {
      run = prepared(`${name}_${variant}`, reader => build(reader, variant));
      variants.set(variant, run);
    }
    return run(read, values);
  };
}

/**
 * Lets a query turn its rows into objects by a list of decoders made once; drizzle asks for every cell of every row
 * what kind of column it is. Joins that may find nothing stay with drizzle, which makes null of their whole object.
 */
function readFaster(query: Prepared<unknown>): void {
  const { fields, joinsNotNullableMap = {} } = query;
  if (!fields || Object.values(joinsNotNullableMap).includes(false)) return;
  const cells = fields.map(({ path: [outer = '', inner, ...deeper], field }) => {
    const decode = decoderOf(field);
    return decode === undefined || deeper.length > 0 ? null : { outer, inner, decode };
  });
  const readable = cells.filter(cell => cell !== null);
  if (readable.length < cells.length) return;
  const objects = [...new Set(readable.flatMap(({ outer, inner }) => (inner === undefined ? [] : [outer])))];
  query.customResultMapper = rows => rows.map(row => objectOf(row, readable, objects));
}

type Cell = { readonly outer: string; readonly inner: string | undefined; readonly decode: ((raw: unknown) => unknown) | null };

function objectOf(row: readonly unknown[], cells: readonly Cell[], objects: readonly string[]): Record<string, unknown> {
  const read: Record<string, unknown> = {};
  const parts: Record<string, Record<string, unknown>> = {};
  for (const name of objects) {
    const part = {};
    parts[name] = part;
    read[name] = part;
  }
  cells.forEach(({ outer, inner, decode }, at) => {
    const raw = row[at];
    const value = raw === null || decode === null ? raw : decode(raw);
    const part = inner === undefined ? read : parts[outer];
    if (part) part[inner ?? outer] = value;
  });
  return read;
}

/** How the values of a column are read; null where they come as they are, undefined for what is no column. */
function decoderOf(field: unknown): ((raw: unknown) => unknown) | null | undefined {
  const decoder = is(field, Column) ? field : is(field, SQL) ? (field as unknown as { decoder: Decoder }).decoder : undefined;
  if (!decoder) return undefined;
  const isAsStored = decoder.mapFromDriverValue === Column.prototype.mapFromDriverValue;
  return isAsStored ? null : raw => (decoder as Decoder).mapFromDriverValue(raw);
}

type Decoder = { mapFromDriverValue(raw: unknown): unknown };
