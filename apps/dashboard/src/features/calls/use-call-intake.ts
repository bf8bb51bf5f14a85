import { type Query, type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useApi } from '../../app/api.ts';
import type { CallDetail, CallItem } from './call-item.ts';
import { type LoadedCalls, mergeCall } from './merge-call.ts';
import { readCallFilters } from './read-call-filters.ts';

/** Takes a call that has come or changed into every list and page that is loaded. */
export function useCallIntake(): (call: CallItem) => void {
  const api = useApi();
  const queryClient = useQueryClient();
  return useCallback(
    (call) => {
      for (const query of queryClient.getQueryCache().findAll({ ...api.calls.list.pathFilter(), predicate: isPages })) {
        const filters = readCallFilters(inputOf(query.queryKey));
        const take = () => queryClient.setQueryData<LoadedCalls>(query.queryKey, (loaded) => loaded && mergeCall(loaded, call, filters));
        take();
        // An answer that was under way may be older than this call: put the call into it as well.
        if (query.state.fetchStatus !== 'idle') void settled(query).then(take);
      }
      queryClient.setQueryData<CallDetail>(api.calls.get.queryKey({ id: call.id }), (known) => known && { ...known, ...call });
      void queryClient.invalidateQueries(api.calls.get.queryFilter({ id: call.id }));
    },
    [api, queryClient],
  );
}

/** Resolves when the fetch that runs has ended, well or not: its failure is the list's own to show. */
function settled(query: Query): Promise<unknown> {
  return Promise.allSettled([query.fetch()]);
}

/** `pagesOptions` marks its keys so. */
function isPages(query: Query): boolean {
  return query.queryKey.at(-1) === 'pages';
}

/** The procedure's input, which stands before that mark. */
function inputOf(key: QueryKey): Record<string, unknown> {
  const part = key.at(-2);
  if (typeof part !== 'object' || part === null || !('input' in part)) return {};
  return typeof part.input === 'object' && part.input !== null ? { ...part.input } : {};
}
