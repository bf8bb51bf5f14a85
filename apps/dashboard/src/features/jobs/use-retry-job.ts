import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../app/api.ts';

/** Lets a job run now; one that failed or was set aside anew. */
export function useRetryJob() {
  const api = useApi();
  const queryClient = useQueryClient();
  return useMutation(api.jobs.retry.mutationOptions({ onSettled: () => queryClient.invalidateQueries(api.jobs.pathFilter()) }));
}
