import { type AnyColumn, asc, count, desc, type SQL, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { checkListRequest, type ListRequest, type Page } from '../shared/list';
import { invalidInput } from '../shared/refusals';
import type { Reader } from './database';

type Sortable = AnyColumn | SQL;

/**
 * The page of `table` that `list` asks for, and how many rows there are in all. `sorts` names the columns a caller
 * may sort by; ties are always broken by the primary key, so the same question has the same answer. Refuses an unknown sort.
 */
export async function selectPage<Table extends SQLiteTable & ({ id: AnyColumn } | { seq: AnyColumn })>(
  read: Reader,
  table: Table,
  request: { list: ListRequest; where?: SQL | undefined; sorts: Readonly<Record<string, Sortable>>; defaultSort: readonly SQL[] },
): Promise<Page<Table['$inferSelect']>> {
  const { list, where } = request;
  checkListRequest(list);
  const [items, [counted]] = await Promise.all([
    read
      .select()
      .from(table as SQLiteTable)
      .where(where)
      .orderBy(...orderOf(list, request.sorts, request.defaultSort), asc('id' in table ? table.id : table.seq))
      .limit(list.perPage)
      .offset((list.page - 1) * list.perPage),
    read
      .select({ total: count() })
      .from(table as SQLiteTable)
      .where(where),
  ]);
  return { items: items as Table['$inferSelect'][], total: counted?.total ?? 0 };
}

/** The ORDER BY that a list asks for, unknown values last on both databases; refuses a sort that is not offered. */
export function orderOf(list: ListRequest, sorts: Readonly<Record<string, Sortable>>, defaultSort: readonly SQL[]): SQL[] {
  if (!list.sort) return [...defaultSort];
  const column = sorts[list.sort];
  if (!column)
    throw invalidInput('sort', list.sort, 'sort.unknown', {
      zh: `不能按「${list.sort}」排序；可用：${Object.keys(sorts).join('、')}。`,
      en: `Cannot sort by "${list.sort}"; choose one of ${Object.keys(sorts).join(', ')}.`,
    });
  return [sql`${list.order === 'DESC' ? desc(column) : asc(column)} nulls last`];
}

/** A pattern for `lower(column) like … escape '\'` that finds `words` anywhere, whatever signs they contain. */
export const containing = (column: AnyColumn, words: string): SQL =>
  sql`lower(${column}) like ${`%${words.toLowerCase().replace(/[\\%_]/g, sign => `\\${sign}`)}%`} escape '\\'`;
