import type { Me } from '../authProvider';

/** A part of the catalogue with a tab of its own: the filter that keeps it, worded under `rongqiao.products.shelves`. */
export type Shelf = { readonly word: string; readonly filter: Readonly<Record<string, string>> };

/** The keys of a filter that choosing a shelf sets; what else is filtered stays. */
const shelfKeys = ['institutionId', 'state', 'revision', 'kind'] as const;

/** How `me` sees the catalogue parted: a bank its own work first, the operator by state; others what is published by kind. */
export function shelvesOf(me: Me): readonly Shelf[] {
  const { kind, id } = me.organisation;
  if (kind === 'operator')
    return [
      { word: 'all', filter: {} },
      { word: 'published', filter: { state: 'published' } },
      { word: 'inReview', filter: { revision: 'inReview' } },
      { word: 'draft', filter: { revision: 'draft' } },
      { word: 'suspended', filter: { state: 'suspended' } },
      { word: 'withdrawn', filter: { state: 'withdrawn' } },
    ];
  if (kind !== 'bank') {
    const byKind = [
      { word: 'loans', filter: { kind: 'loan' } },
      { word: 'insurance', filter: { kind: 'insurance' } },
    ];
    return kind === 'insurer' ? byKind.reverse() : byKind;
  }
  const own = { institutionId: id };
  // Of other banks only what is published can be seen, so the rest needs no owner.
  return [
    { word: 'own', filter: own },
    { word: 'draft', filter: { revision: 'draft' } },
    { word: 'inReview', filter: { revision: 'inReview' } },
    { word: 'published', filter: { ...own, state: 'published' } },
    { word: 'suspended', filter: { state: 'suspended' } },
    { word: 'withdrawn', filter: { state: 'withdrawn' } },
    { word: 'everyones', filter: { state: 'published' } },
  ];
}

/** The shelf that `filters` show; undefined when they are none of `shelves`. */
export const shelfShown = (shelves: readonly Shelf[], filters: Readonly<Record<string, unknown>>): Shelf | undefined =>
  shelves.find(({ filter }) => shelfKeys.every(key => (filter[key] ?? null) === (filters[key] ?? null)));

/** `filters` moved to `shelf`. */
export function filtersOn(shelf: Shelf, filters: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const rest = Object.entries(filters).filter(([key]) => !(shelfKeys as readonly string[]).includes(key));
  return { ...Object.fromEntries(rest), ...shelf.filter };
}
