import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../app/api.ts';

/** Ends a key at once. */
export function useRevokeApiKey() {
  const api = useApi();
  const queryClient = useQueryClient();
  return useMutation(api.apiKeys.revoke.mutationOptions({ onSettled: () => queryClient.invalidateQueries(api.apiKeys.pathFilter()) }));
}
