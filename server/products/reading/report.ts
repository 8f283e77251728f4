import type { Text } from '../../shared/text';

export const readingOutcomes = ['term', 'rule', 'text', 'conflict'] as const;

/**
 * How one phrase of a published product was read: as a `term` (a stated number or kind), as part of the eligibility
 * `rule`, left as `text` for a person, or as a `conflict` with another phrase of the same product.
 */
export type Reading = {
  readonly outcome: (typeof readingOutcomes)[number];
  /** The column of the published table that the phrase stands in. */
  readonly column: string;
  /** The words as published. */
  readonly quote: string;
  /** What it became: names of terms, or JSON pointers into the rule; empty for text. */
  readonly became: readonly string[];
  /** Why it stayed text or conflicts, for the person who decides. */
  readonly note: Text | null;
};

/** Every phrase of a published product in the order of its columns, each read one way. */
export type ReadingReport = readonly Reading[];
