/** JSON with the keys of every object in order, lists as they are: equal values have one text, to be hashed or compared. */
export const stableText = (value: unknown): string => JSON.stringify(inOrder(value));

/** The same value with the keys of every object in the order of their UTF-16 codes; what is undefined is left out. */
export function inOrder(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || 'toJSON' in value) return value;
  if (Array.isArray(value)) return value.map(inOrder);
  const ordered: Record<string, unknown> = {};
  const fields = value as Record<string, unknown>;
  for (const key of Object.keys(fields).sort()) {
    const inner = fields[key];
    if (inner !== undefined) ordered[key] = typeof inner === 'object' ? inOrder(inner) : inner;
  }
  return ordered;
}
