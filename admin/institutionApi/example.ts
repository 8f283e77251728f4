import type { ApiOperation } from '../generated/institutionApi';

/** What stands for a value in the variables of an example: the whole of a text, in ‹ ›. */
const placeholder = /^‹([^›]+)›$/;

/** What an example is filled in from: the record that it is about, the day, and a key that no other request has. */
export type Ground = { readonly record: unknown; readonly today: string; readonly newKey: string };

export type Filled = {
  readonly variables: unknown;
  /** What nothing is known of; it stays as it was. */
  readonly missing: readonly string[];
};

/** The variables of an example with the values of `ground` in their places. */
export function filled(template: unknown, ground: Ground): Filled {
  if (typeof template === 'string') return filledText(template, ground);
  if (Array.isArray(template)) {
    const items = template.map(each => filled(each, ground));
    return { variables: items.map(({ variables }) => variables), missing: items.flatMap(({ missing }) => missing) };
  }
  if (template === null || typeof template !== 'object') return { variables: template, missing: [] };
  const fields = Object.entries(template).map(([name, value]) => [name, filled(value, ground)] as const);
  return {
    variables: Object.fromEntries(fields.map(([name, { variables }]) => [name, variables])),
    missing: fields.flatMap(([, { missing }]) => missing),
  };
}

function filledText(text: string, ground: Ground): Filled {
  const path = placeholder.exec(text)?.[1];
  if (path === undefined) return { variables: text, missing: [] };
  const value = ofDay(path, ground) ?? valueAt(ground.record, path);
  return value === null || value === undefined ? { variables: text, missing: [path] } : { variables: value, missing: [] };
}

function ofDay(path: string, { today, newKey }: Ground): string | undefined {
  if (path === 'today') return today;
  if (path === 'thisMonth') return today.slice(0, 7);
  if (path === 'newKey') return newKey;
  return path === 'inThirtyDays' ? daysAfter(today, 30) : undefined;
}

const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** What stands at a path such as `ledger.next.dueFen`; a number is a place in a list, -1 its last. */
function valueAt(record: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((at, step) => {
    if (Array.isArray(at)) return at.at(Number(step));
    return typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[step] : undefined;
  }, record);
}

/** Whether an example needs values of the caller's own. */
export const needsFilling = ({ variables }: Pick<ApiOperation, 'variables'>): boolean =>
  filled(variables, { record: null, today: '2026-01-01', newKey: 'key' }).missing.length > 0;

/**
 * The variables of an example filled in from the first record, in the answer to what it picks from, that the caller may do it to and
 * that has every value needed; null when there is none.
 */
export function pickedVariables(
  { pick, variables }: Pick<ApiOperation, 'pick' | 'variables'>,
  answer: unknown,
  day: Omit<Ground, 'record'>,
): unknown {
  const found = pick ? valueAt(answer, pick.at) : [null];
  for (const record of Array.isArray(found) ? found : []) {
    if (pick && !suits(record, pick)) continue;
    const tried = filled(variables, { ...day, record });
    if (tried.missing.length === 0) return tried.variables;
  }
  return null;
}

function suits(record: unknown, { where = {}, verb }: NonNullable<ApiOperation['pick']>): boolean {
  const verbs = valueAt(record, 'allowedVerbs');
  return (
    Object.entries(where).every(([path, value]) => valueAt(record, path) === value) &&
    (verb === undefined || (Array.isArray(verbs) && verbs.includes(verb)))
  );
}

/** The example as one command of a shell. */
export function curlOf({ name, kind, document }: ApiOperation, variables: string, address: string): string {
  const headers = [
    "-H 'content-type: application/json'",
    ...(name === 'issueToken' ? [] : ['-H "authorization: Bearer $TOKEN"']),
    ...(kind === 'mutation' && name !== 'issueToken' ? ['-H "idempotency-key: $(uuidgen)"'] : []),
  ];
  const body = `{"query":${JSON.stringify(document.replace(/\s+/g, ' '))},"variables":${oneLine(variables)}}`;
  return `curl -s ${address}/graphql ${headers.join(' ')} \\\n  -d '${body.replaceAll("'", "'\\''")}'`;
}

function oneLine(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json));
  } catch {
    return json;
  }
}
