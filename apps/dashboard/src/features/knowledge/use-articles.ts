import { useInfiniteQuery } from '@tanstack/react-query';
import { useApi, useApiClient } from '../../app/api.ts';
import { pagesOptions } from '../../app/pages-options.ts';

const PAGE = { limit: 60 };

/** Knowledge articles, last changed first, page by page. */
export function useArticles() {
  const api = useApi();
  const client = useApiClient();
  return useInfiniteQuery(
    pagesOptions(api.knowledge.list.queryKey(PAGE), (page, request) => client.knowledge.list.query({ ...PAGE, ...page }, request)),
  );
}
