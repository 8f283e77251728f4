import type Sqlite from 'better-sqlite3';

/** How many prepared statements one connection keeps; the oldest leaves first. */
const statementsMax = 500;

/** Told each statement as it runs, with its values: tests count them, benchmarks run them again. */
export type OnStatement = (sql: string, values: readonly unknown[]) => void;

type Statement = Sqlite.Statement<unknown[], unknown>;

/**
 * A connection as drizzle's driver uses it, with prepared statements kept by their text: preparing costs more than
 * running for most of our queries. `raw()` changes a statement for good, so rows as arrays and rows as objects are
 * two statements. `isOpen` is asked before each use: a query that arrives after its unit of work is refused.
 */
export function keepStatements(connection: Sqlite.Database, isOpen: () => boolean, onStatement?: OnStatement) {
  const kept = new Map<string, ReturnType<typeof keep>>();
  const keep = (sql: string) => {
    const asObjects = connection.prepare<unknown[], unknown>(sql);
    let asArrays: Statement | undefined;
    const used = (statement: Statement, values: readonly unknown[]): Statement => {
      if (!isOpen()) throw new Error(`query outside its unit of work: ${sql}`);
      onStatement?.(sql, values);
      return statement;
    };
    const raw = () => {
      asArrays ??= connection.prepare<unknown[], unknown>(sql).raw();
      return asArrays;
    };
    return {
      run: (...values: unknown[]) => used(asObjects, values).run(...values),
      all: (...values: unknown[]) => used(asObjects, values).all(...values),
      get: (...values: unknown[]) => used(asObjects, values).get(...values),
      raw: () => ({
        all: (...values: unknown[]) => used(raw(), values).all(...values),
        get: (...values: unknown[]) => used(raw(), values).get(...values),
      }),
    };
  };
  return {
    prepare(sql: string) {
      let statement = kept.get(sql);
      if (!statement) {
        statement = keep(sql);
        kept.set(sql, statement);
        if (kept.size > statementsMax) kept.delete(kept.keys().next().value ?? '');
      }
      return statement;
    },
  };
}
