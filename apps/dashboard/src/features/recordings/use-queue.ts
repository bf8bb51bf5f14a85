import type { QueueState } from '@ringfence/domain/recordings';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useApi, useApiClient } from '../../app/api.ts';
import { pagesOptions } from '../../app/pages-options.ts';

const PAGE_SIZE = 25;

/** The recordings of one state of the queue, newest first, page by page. */
export function useQueue(state: QueueState) {
  const api = useApi();
  const client = useApiClient();
  const input = { state, limit: PAGE_SIZE };
  return useInfiniteQuery(
    pagesOptions(api.recordings.queue.queryKey(input), (page, request) => client.recordings.queue.query({ ...input, ...page }, request)),
  );
}
