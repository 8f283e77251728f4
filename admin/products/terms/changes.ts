import type { TermRow } from './useTermRows';

/** A field whose words differ between two versions: the lines that go, and those that come. */
export type Change = { readonly field: string; readonly removed: readonly string[]; readonly added: readonly string[] };

/**
 * What `after` says otherwise than `before`, field by field, as people read it. Lines that only change their place are
 * no change: what they ask is the same.
 */
export const changesBetween = (before: readonly TermRow[], after: readonly TermRow[]): readonly Change[] =>
  after.flatMap(({ field, lines }) => {
    const earlier = before.find(row => row.field === field)?.lines ?? [];
    const removed = beyond(earlier, lines);
    const added = beyond(lines, earlier);
    return removed.length + added.length === 0 ? [] : [{ field, removed, added }];
  });

/** The lines of `lines` that `others` do not have, each as often as it is had more. */
function beyond(lines: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others];
  return lines.filter(line => {
    const index = left.indexOf(line);
    if (index < 0) return true;
    left.splice(index, 1);
    return false;
  });
}
