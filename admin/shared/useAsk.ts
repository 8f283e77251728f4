import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { ask } from '../client';
import { useLocale } from './useLocale';

/** What is known of one record never stands for another, even for a moment: its buttons would act on the wrong one. */
const isOfSameRecord = (before: unknown, now: Record<string, unknown>): boolean =>
  ['id', 'productId'].every(name => (before as Record<string, unknown> | undefined)?.[name] === now[name]);

/**
 * The answer to one query of the platform, asked again when its variables or the language change and kept on the
 * screen meanwhile, unless they are of another record. For pages that are not lists or records of a resource.
 */
export function useAsk<Data>(
  document: string,
  variables: Record<string, unknown> = {},
  options: {
    enabled?: boolean;
    /** Part of the program, as its vocabulary is: what has been answered is not asked again while it is remembered. */
    isFixed?: boolean;
    refetchInterval?: number | false | ((data: Data | undefined) => number | false);
  } = {},
): UseQueryResult<Data> {
  const locale = useLocale();
  const { refetchInterval, enabled = true, isFixed = false } = options;
  return useQuery({
    queryKey: ['rongqiao', document, variables, locale],
    queryFn: ({ signal }) => ask<Data>(document, variables, signal),
    placeholderData: (previous, query) => (isOfSameRecord(query?.queryKey[2], variables) ? previous : undefined),
    enabled,
    ...(isFixed ? { staleTime: 'static' } : {}),
    retry: false,
    refetchInterval:
      typeof refetchInterval === 'function' ? query => refetchInterval(query.state.data) : (refetchInterval ?? false),
  });
}
