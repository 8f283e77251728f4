/** Fewer firms than this are not shown: the same number as in published figures (统计法 28). None is not told from few. */
export const firmsShownMin = 3;

/** Counts are shown in steps of this: whoever changes a rule by one firm sees, mostly, no difference (docs/decisions/0007). */
export const roundedTo = 5;

/** A count of firms as a bank may see it: null below three, otherwise the nearest multiple of five, but never zero. */
export const shownCount = (firms: number): number | null =>
  firms < firmsShownMin ? null : Math.max(roundedTo, Math.round(firms / roundedTo) * roundedTo);
