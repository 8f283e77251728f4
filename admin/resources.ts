/**
 * The operations of one resource, by the convention of the API: a list answers {items, total}, one record is asked
 * by id, a draft is created and updated by input, and every change of state is a verb of its own.
 */
export type ResourceOperations = {
  readonly list?: string;
  readonly one?: string;
  readonly create?: string;
  readonly update?: string;
  readonly verbs?: Readonly<Record<string, string>>;
};
