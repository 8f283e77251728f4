const codesOf = (kind: string, state: string) => [`SQLITE_CONSTRAINT_${kind}`, state];

const hasCode = (error: unknown, codes: readonly string[]): boolean => {
  for (let at: unknown = error; at instanceof Error; at = at.cause)
    if ('code' in at && typeof at.code === 'string' && codes.includes(at.code)) return true;
  return false;
};

/** True when `error` is a unique constraint refusing a row that exists, on either database. */
export const isUniqueViolation = (error: unknown): boolean =>
  hasCode(error, [...codesOf('UNIQUE', '23505'), 'SQLITE_CONSTRAINT_PRIMARYKEY']);

/** True when `error` is a reference to a row that does not exist. */
export const isForeignKeyViolation = (error: unknown): boolean => hasCode(error, codesOf('FOREIGNKEY', '23503'));
