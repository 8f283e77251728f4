/** JSON with the keys of every object in order, lists as they are: equal values have one text, to be hashed or compared. */
export const stableText = (value: unknown): string => JSON.stringify(inOrder(value));

/** The same value with the keys of every object in the order of their UTF-16 codes. */
function inOrder(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || 'toJSON' in value) return value;
  if (Array.isArray(value)) return value.map(inOrder);
  const fields = value as Record<string, unknown>;
  const ordered: Record<string, unknown> = {};
  for (const key of Object.keys(fields).sort()) {
    const inner = inOrder(fields[key]);
    // Set as any other, this one would be the object's prototype and no field of it.
    if (key === '__proto__') Object.defineProperty(ordered, key, { value: inner, enumerable: true });
    else ordered[key] = inner;
  }
  return ordered;
}
