/** One measured number with the least (`floor`) or the most (`ceiling`) that it may be; a figure with neither informs only. */
export type Figure = {
  readonly figure: string;
  readonly value: number;
  readonly unit: string;
  readonly floor?: number;
  readonly ceiling?: number;
  readonly [extra: string]: unknown;
};

/** What each benchmark exports as `bench`: it measures, and reports each figure once. */
export type Bench = (report: (figure: Figure) => void) => Promise<void>;
