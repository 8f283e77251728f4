import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { ask } from '../client';
import type { MeasureDimension, MeasureTable } from '../generated/schema';
import { useLocale } from '../shared/useLocale';
import { measureTableDocument } from './operations';

type Asked = { readonly groupBy: readonly MeasureDimension[]; readonly from: string | null; readonly to: string | null };

export type Tables = {
  /** In the order of the names; undefined until every one of them is there. */
  readonly tables: readonly MeasureTable[] | undefined;
  readonly error: Error | null;
  readonly isFetching: boolean;
  readonly refetch: () => void;
};

/** The tables of several measures over the same breakdown. The last answer stays until the next is complete. */
export function useTables(names: readonly string[], asked: Asked): Tables {
  const locale = useLocale();
  return useQueries({
    queries: names.map(name => ({
      queryKey: ['rongqiao', measureTableDocument, { name, ...asked }, locale],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        ask<{ measure: MeasureTable }>(measureTableDocument, { name, ...asked }, signal),
      placeholderData: keepPreviousData,
      retry: false,
    })),
    combine: answers => {
      const tables = answers.flatMap(({ data }) => (data ? [data.measure] : []));
      return {
        tables: tables.length === names.length ? tables : undefined,
        error: answers.find(({ error }) => error)?.error ?? null,
        isFetching: answers.some(({ isFetching }) => isFetching),
        refetch: () => {
          for (const answer of answers) void answer.refetch();
        },
      };
    },
  });
}
