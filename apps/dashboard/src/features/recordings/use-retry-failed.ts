import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi, useApiClient } from '../../app/api.ts';

/** The most that one press puts back. */
export const MOST_RETRIED = 200;

interface Retried {
  readonly count: number;
  /** Those that were no longer failed, or could not be put back. */
  readonly leftCount: number;
}

/** Puts the newest failed recordings back in the queue, each by itself: one that can't be keeps no other. */
export function useRetryFailed() {
  const api = useApi();
  const client = useApiClient();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (): Promise<Retried> => {
      const { items } = await client.recordings.queue.query({ state: 'failed', limit: MOST_RETRIED });
      const outcomes = await Promise.allSettled(items.map(({ id }) => client.recordings.retry.mutate({ recordingId: id })));
      const refusals = outcomes.filter((outcome) => outcome.status === 'rejected');
      if (refusals[0] && refusals.length === items.length) throw refusals[0].reason;
      return { count: items.length - refusals.length, leftCount: refusals.length };
    },
    onSettled: () => queryClient.invalidateQueries(api.recordings.queue.pathFilter()),
  });
}
