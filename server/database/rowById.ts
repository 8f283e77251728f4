import { type AnyColumn, eq, getTableName, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Reader, Tx } from './database';
import { prepared } from './prepared';

type TableWithId = SQLiteTable & { readonly id: AnyColumn };
type VersionedTable = TableWithId & { readonly version: AnyColumn };
type RowOf<Table extends TableWithId> = Table['$inferSelect'];
type Asked<From extends Reader> = (read: From, values: Record<string, unknown>) => Promise<unknown[]>;

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

const readingOf = keptFor<Reader, TableWithId>('row', (read, table) => read.select().from(table).where(isAsked(table)));

const lockingOf = keptFor<Tx, VersionedTable>('lock', (tx, table) =>
  tx.update(table).set({ version: table.version }).where(isAsked(table)).returning(),
);

const isAsked = ({ id }: TableWithId) => eq(id, sql.placeholder('id'));

function keptFor<From extends Reader, Table extends TableWithId>(
  name: string,
  build: (read: From, table: Table) => PromiseLike<unknown[]> & { prepare(): unknown },
) {
  const kept = new Map<Table, Asked<From>>();
  return (table: Table): Asked<From> => {
    let asked = kept.get(table);
    if (!asked) {
      asked = prepared(`${name}_of_${getTableName(table)}`, (read: From) => build(read, table));
      kept.set(table, asked);
    }
    return asked;
  };
}
