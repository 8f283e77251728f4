import { type AnyColumn, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Reader, Tx } from './database';
import { prepared, preparedVariants } from './prepared';

type TableWithId = SQLiteTable & { readonly id: AnyColumn };
type VersionedTable = TableWithId & { readonly version: AnyColumn };
type RowOf<Table extends SQLiteTable> = Table['$inferSelect'];

/** The row of `table` with an id, or undefined where there is none: the question asked most, prepared once for each table. */
export async function rowById<Table extends TableWithId>(
  read: Reader,
  table: Table,
  id: string,
): Promise<RowOf<Table> | undefined> {
  const [row] = await readingOf(table)(read, { id });
  return row as RowOf<Table> | undefined;
}

/**
 * The row of `table` with an id, kept from everybody else until the unit of work ends: by an update that changes nothing,
 * which both databases have. Undefined where there is none.
 */
export async function lockById<Table extends VersionedTable>(
  tx: Tx,
  table: Table,
  id: string,
): Promise<RowOf<Table> | undefined> {
  const [row] = await lockingOf(table)(tx, { id });
  return row as RowOf<Table> | undefined;
}

const isAsked = ({ id }: TableWithId) => eq(id, sql.placeholder('id'));

const readingOf = keptFor((table: TableWithId) => prepared((read: Reader) => read.select().from(table).where(isAsked(table))));

const lockingOf = keptFor((table: VersionedTable) =>
  prepared((tx: Tx) => tx.update(table).set({ version: table.version }).where(isAsked(table)).returning()),
);

function keptFor<Table extends object, Asked>(ask: (table: Table) => Asked): (table: Table) => Asked {
  const kept = new WeakMap<Table, Asked>();
  return table => {
    const known = kept.get(table) ?? ask(table);
    kept.set(table, known);
    return known;
  };
}

/** How many values a prepared list has; a shorter one is filled up with what it has already. */
const listSizes = [1, 4, 16, 64, 256] as const;

/**
 * The question for the rows of `table` whose `column` is one of some values, in an order: declared once for the module, prepared for
 * lists of five lengths. Longer ones are built each time, and an empty one asks nothing.
 */
export function rowsBy<Table extends SQLiteTable>(table: Table, column: AnyColumn, ...order: SQL[]) {
  const among = (read: Reader, values: readonly unknown[]) =>
    read
      .select()
      .from(table as SQLiteTable)
      .where(inArray(column, [...values]))
      .orderBy(...order);
  const ask = preparedVariants((read: Reader, size: number) =>
    among(
      read,
      Array.from({ length: size }, (_, at) => sql.placeholder(String(at))),
    ),
  );
  return async (read: Reader, values: readonly string[]): Promise<RowOf<Table>[]> => {
    if (values.length === 0) return [];
    const size = listSizes.find(each => each >= values.length);
    if (size === undefined) return (await among(read, values)) as RowOf<Table>[];
    const filled = Object.fromEntries(Array.from({ length: size }, (_, at) => [String(at), values[at] ?? values[0]]));
    return (await ask(read, size, filled)) as RowOf<Table>[];
  };
}
