import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../app/api.ts';

/** Ends a membership. */
export function useRemoveMember() {
  const api = useApi();
  const queryClient = useQueryClient();
  return useMutation(api.members.remove.mutationOptions({ onSuccess: () => queryClient.invalidateQueries(api.members.pathFilter()) }));
}
