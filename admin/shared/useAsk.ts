import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { ask } from '../client';
import { useLocale } from './useLocale';

/**
 * The answer to one query of the platform, asked again when its variables or the language change and kept on the
 * screen meanwhile. For pages that are not lists or records of a resource.
 */
export function useAsk<Data>(
  document: string,
  variables: Record<string, unknown> = {},
  options: { enabled?: boolean; refetchInterval?: number | false | ((data: Data | undefined) => number | false) } = {},
): UseQueryResult<Data> {
  const locale = useLocale();
  const { refetchInterval, enabled = true } = options;
  return useQuery({
    queryKey: ['rongqiao', document, variables, locale],
    queryFn: ({ signal }) => ask<Data>(document, variables, signal),
    placeholderData: keepPreviousData,
    enabled,
    retry: false,
    refetchInterval:
      typeof refetchInterval === 'function' ? query => refetchInterval(query.state.data) : (refetchInterval ?? false),
  });
}
