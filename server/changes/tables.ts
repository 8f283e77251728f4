import { choice, index, instant, isOneOf, sequence, table, text } from '../database/columns';

/**
 * enterprise: what is known of a firm for matching may have moved: its records, its consent to matching, its standing.
 * products: the products in force may have moved: a product, an institution, the loan prime rate.
 */
export const changeKinds = ['enterprise', 'products'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/**
 * What moved, in the order in which it was committed: written by the unit of work that moved it. Whoever holds something
 * derived reads on from the last `seq` it has seen. Rows are only ever added.
 */
export const changes = table(
  'changes',
  {
    seq: sequence('seq'),
    kind: choice('kind', changeKinds).notNull(),
    /** The firm; of products, the product, institution or quotation that moved. No reference: nothing is read through it. */
    subjectId: text('subject_id').notNull(),
    at: instant('at').notNull(),
  },
  change => [
    index('changes_subject').on(change.kind, change.subjectId, change.seq),
    index('changes_kind').on(change.kind, change.seq),
    isOneOf('changes_kind_known', change.kind, changeKinds),
  ],
);

export type Change = typeof changes.$inferSelect;
