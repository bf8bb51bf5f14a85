import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useApi, useApiClient } from '../../app/api.ts';
import { pagesOptions } from '../../app/pages-options.ts';
import type { JobFilters } from './job-filters.ts';

const PAGE_SIZE = 50;
/** Jobs come and go without a word to open pages, so an open list looks again; a hidden one rests. */
const LOOK_AGAIN_MS = 3_000;

/** The jobs of a state, or of all, page by page. */
export function useJobs(filters: JobFilters) {
  const api = useApi();
  const client = useApiClient();
  const input = { ...filters, limit: PAGE_SIZE };
  const options = pagesOptions(api.jobs.list.queryKey(input), (page, request) => client.jobs.list.query({ ...input, ...page }, request));
  return useInfiniteQuery({ ...options, placeholderData: keepPreviousData, refetchInterval: LOOK_AGAIN_MS });
}
