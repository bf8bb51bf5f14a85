import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../app/api.ts';

/** Takes a job that doesn't run out of the queue, for good. */
export function useCancelJob() {
  const api = useApi();
  const queryClient = useQueryClient();
  return useMutation(api.jobs.cancel.mutationOptions({ onSettled: () => queryClient.invalidateQueries(api.jobs.pathFilter()) }));
}
