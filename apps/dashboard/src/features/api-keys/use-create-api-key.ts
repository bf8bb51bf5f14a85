import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../app/api.ts';

/** Makes a key; the answer holds it, this once. */
export function useCreateApiKey() {
  const api = useApi();
  const queryClient = useQueryClient();
  return useMutation(api.apiKeys.create.mutationOptions({ onSuccess: () => queryClient.invalidateQueries(api.apiKeys.pathFilter()) }));
}
