import { useInfiniteQuery } from '@tanstack/react-query';
import { useApi, useApiClient } from '../../app/api.ts';
import { pagesOptions } from '../../app/pages-options.ts';

const PAGE = { limit: 60 };

/** Leads, newest first, page by page. */
export function useLeads() {
  const api = useApi();
  const client = useApiClient();
  return useInfiniteQuery(
    pagesOptions(api.leads.list.queryKey(PAGE), (page, request) => client.leads.list.query({ ...PAGE, ...page }, request)),
  );
}
