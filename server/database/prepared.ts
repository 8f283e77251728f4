import type { Reader } from './database';

type Preparable<Rows> = PromiseLike<Rows> & { prepare(): unknown };
type Prepared<Rows> = { execute(values: Record<string, unknown>): PromiseLike<Rows> };

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
      kept.set(read, query);
    }
    return query.execute(values);
  };
}
