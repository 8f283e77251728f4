import { Column, is, SQL } from 'drizzle-orm';
import type { Reader } from './database';

/** Readers that borrow the queries of another: a unit of work those of its database, to be run on the unit's own connection. */
const lenders = new WeakMap<object, Reader>();

/** Has every prepared query that `borrower` is asked built by `lender` once, and run on the client of `borrower`. */
export function borrowQueries(borrower: object, lender: Reader): void {
  lenders.set(borrower, lender);
}

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
 * compare texts and numbers, not moments.
 */
export function prepared<Rows, From extends Reader = Reader>(build: (read: From) => Preparable<Rows>) {
  const kept = new WeakMap<Reader, Prepared<Rows>>();
  return async (read: From, values: Record<string, unknown>): Promise<Rows> => {
    const lender = lenders.get(read) as From | undefined;
    const builder = lender ?? read;
    let query = kept.get(builder);
    if (!query) {
      // The static types are SQLite's. PostgreSQL's form may take a name, which `StatementNames` gives by the text.
      query = (build(builder) as unknown as { prepare(): Prepared<Rows> }).prepare();
      readFaster(query);
      kept.set(builder, query);
    }
    return (lender ? runBy(read, query) : query).execute(values);
  };
}

/** A query with everything it has but another client. */
const runBy = <Rows>(borrower: Reader, query: Prepared<Rows>): Prepared<Rows> =>
  Object.assign(Object.create(query), { client: (borrower as unknown as { $client: unknown }).$client });

/** `prepared` for a query that comes in a few variants, such as the orders of a list: each is built when first asked. */
export function preparedVariants<Rows, Variant extends string | number>(
  build: (read: Reader, variant: Variant) => Preparable<Rows>,
) {
  const variants = new Map<Variant, (read: Reader, values: Record<string, unknown>) => Promise<Rows>>();
  return (read: Reader, variant: Variant, values: Record<string, unknown>): Promise<Rows> => {
    let run = variants.get(variant);
    if (!run) {
      run = prepared(reader => build(reader, variant));
      variants.set(variant, run);
    }
    return run(read, values);
  };
}

/**
 * Lets a query turn its rows into objects by a function written for it; drizzle asks for every cell of every row what
 * kind of column it is. Joins that may find nothing stay with drizzle, which makes null of their whole object.
 */
function readFaster(query: Prepared<unknown>): void {
  const { fields, joinsNotNullableMap = {} } = query;
  if (!fields || Object.values(joinsNotNullableMap).includes(false)) return;
  const decoders = fields.map(({ field }) => decoderOf(field));
  if (decoders.includes(undefined)) return;
  const read = reading(fields, decoders);
  query.customResultMapper = rows => rows.map(row => read(row, decoders));
}

type Decode = (raw: unknown) => unknown;

/** Written as source, so that all rows of a query are objects of one shape, which is what makes them fast to read. */
function reading(fields: readonly Field[], decoders: readonly (Decode | null | undefined)[]) {
  const tree: Tree = {};
  fields.forEach(({ path }, at) => {
    const cell = `row[${at}]`;
    const value = decoders[at] ? `(${cell} === null ? null : decoders[${at}](${cell}))` : cell;
    const last = path.length - 1;
    const inside = path.slice(0, last).reduce<Tree>((place, name) => within(place, name), tree);
    inside[path[last] ?? ''] = value;
  });
  return new Function('row', 'decoders', `return ${sourceOf(tree)};`) as (row: readonly unknown[], decoders: unknown) => object;
}

const within = (tree: Tree, name: string): Tree => {
  const inner = tree[name];
  if (typeof inner === 'object') return inner;
  const made: Tree = {};
  tree[name] = made;
  return made;
};

type Tree = { [name: string]: string | Tree };

const sourceOf = (tree: string | Tree): string =>
  typeof tree === 'string'
    ? tree
    : `{${Object.entries(tree).map(([name, inner]) => `${JSON.stringify(name)}: ${sourceOf(inner)}`)}}`;

/** How the values of a column are read; null where they come as they are, undefined for what is no column. */
function decoderOf(field: unknown): Decode | null | undefined {
  const decoder = is(field, Column) ? field : is(field, SQL) ? (field as unknown as { decoder: Decoder }).decoder : undefined;
  if (!decoder) return undefined;
  const isAsStored = decoder.mapFromDriverValue === Column.prototype.mapFromDriverValue;
  return isAsStored ? null : raw => (decoder as Decoder).mapFromDriverValue(raw);
}

type Decoder = { mapFromDriverValue(raw: unknown): unknown };
