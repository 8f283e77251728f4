import type { AccessEntry } from '../generated/schema';

/** One query as people think of it: one reader, one purpose, at one time, however many classes it asked for. */
export type AccessEvent = {
  readonly id: string;
  readonly first: AccessEntry;
  readonly entries: readonly AccessEntry[];
  readonly allowed: number;
  readonly refused: number;
};

/** Entries of the log by the query they belong to, in the order of the log. */
export function eventsOf(entries: readonly AccessEntry[]): AccessEvent[] {
  const byQuery = new Map<string, AccessEntry[]>();
  for (const entry of entries) {
    const key = `${entry.requestId}/${entry.readerOrganisationId}/${entry.purpose}/${entry.at}`;
    byQuery.set(key, [...(byQuery.get(key) ?? []), entry]);
  }
  return [...byQuery].flatMap(([id, group]) => {
    const [first] = group;
    const allowed = group.filter(entry => entry.outcome === 'allowed').length;
    return first ? [{ id, first, entries: group, allowed, refused: group.length - allowed }] : [];
  });
}
