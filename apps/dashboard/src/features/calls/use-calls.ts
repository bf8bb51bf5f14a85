import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useApi, useApiClient } from '../../app/api.ts';
import { pagesOptions } from '../../app/pages-options.ts';
import type { CallFilters } from './call-filters.ts';

const PAGE_SIZE = 60;

/** The calls that fit, newest first, page by page. While other filters load, the rows before stay. */
export function useCalls(filters: CallFilters) {
  const api = useApi();
  const client = useApiClient();
  const input = { ...filters, limit: PAGE_SIZE };
  const options = pagesOptions(api.calls.list.queryKey(input), (page, request) => client.calls.list.query({ ...input, ...page }, request));
  return useInfiniteQuery({ ...options, placeholderData: keepPreviousData });
}
