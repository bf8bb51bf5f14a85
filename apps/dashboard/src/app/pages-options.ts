import { infiniteQueryOptions, type QueryKey } from '@tanstack/react-query';

export interface PageOf<Item> {
  readonly items: Item[];
  readonly nextCursor: string | null;
}

type FetchPage<Page> = (page: { readonly cursor?: string }, options: { readonly signal: AbortSignal }) => Promise<Page>;

/**
 * A list that is read page by page. `key` is the procedure's own query key, so that it is found and cleared with it.
 * tRPC's infinite options won't do: they send a `direction` of their own, over ours, and keep ours out of the key.
 */
export function pagesOptions<Page extends PageOf<unknown>>(key: QueryKey, fetchPage: FetchPage<Page>) {
  return infiniteQueryOptions({
    queryKey: [...key, 'pages'],
    queryFn: ({ pageParam, signal }) => fetchPage(pageParam === null ? {} : { cursor: pageParam }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}
