import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../app/api.ts';

/** Gives a connection another secret or fetch key; downloads that were paused go on, so what shows them is read anew. */
export function useRotateSecret() {
  const api = useApi();
  const queryClient = useQueryClient();
  return useMutation(
    api.connections.rotateSecret.mutationOptions({
      onSettled: () =>
        Promise.all([
          queryClient.invalidateQueries(api.connections.pathFilter()),
          queryClient.invalidateQueries(api.recordings.queue.pathFilter()),
        ]),
    }),
  );
}
