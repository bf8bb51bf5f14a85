import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../app/api.ts';

/** Puts a failed recording back in the queue. What shows it is read anew, also after a failure: it may be there no longer. */
export function useRetryRecording() {
  const api = useApi();
  const queryClient = useQueryClient();
  return useMutation(
    api.recordings.retry.mutationOptions({
      onSettled: () =>
        Promise.all([
          queryClient.invalidateQueries(api.recordings.queue.pathFilter()),
          queryClient.invalidateQueries(api.recordings.history.pathFilter()),
          queryClient.invalidateQueries(api.calls.get.pathFilter()),
        ]),
    }),
  );
}
