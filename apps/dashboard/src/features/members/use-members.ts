import { useInfiniteQuery } from '@tanstack/react-query';
import { useApi, useApiClient } from '../../app/api.ts';
import { pagesOptions } from '../../app/pages-options.ts';

const PAGE = { limit: 100 };

/** The members, the longest membership first, page by page. */
export function useMembers() {
  const api = useApi();
  const client = useApiClient();
  return useInfiniteQuery(
    pagesOptions(api.members.list.queryKey(PAGE), (page, request) => client.members.list.query({ ...PAGE, ...page }, request)),
  );
}
