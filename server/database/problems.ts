const codesOf = (kind: string, state: string) => [`SQLITE_CONSTRAINT_${kind}`, state];

const hasCode = (error: unknown, codes: readonly string[]): boolean => {
  for (let at: unknown = error; at instanceof Error; at = at.cause)
    if ('code' in at && typeof at.code === 'string' && codes.includes(at.code)) return true;
  return false;
};

/** True when `error` is a unique constraint refusing a row that exists, on either database; of `column`, when given. */
export const isUniqueViolation = (error: unknown, column?: `${string}.${string}`): boolean =>
  hasCode(error, [...codesOf('UNIQUE', '23505'), 'SQLITE_CONSTRAINT_PRIMARYKEY']) &&
  (column === undefined || namesColumn(error, column));

/** SQLite names `table.column` in its message; PostgreSQL gives the table, and the column in its detail. */
const namesColumn = (error: unknown, column: string): boolean => {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if (at.message.endsWith(`UNIQUE constraint failed: ${column}`)) return true;
    const { table, detail } = at as { table?: unknown; detail?: unknown };
    const key = typeof detail === 'string' ? /^Key \("?(\w+)"?\)=/.exec(detail)?.[1] : undefined;
    if (key !== undefined && `${String(table)}.${key}` === column) return true;
  }
  return false;
};

/** True when `error` is a reference to a row that does not exist. */
export const isForeignKeyViolation = (error: unknown): boolean => hasCode(error, codesOf('FOREIGNKEY', '23503'));
