import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../app/api.ts';

/** How many recordings wait, run, failed and are gone. */
export function useQueueTotals() {
  const api = useApi();
  return useQuery(api.recordings.queue.queryOptions({ limit: 1 }, { select: ({ totals }) => totals }));
}
