import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../app/api.ts';

/** Takes an invitation back: its link no longer works. */
export function useRevokeInvitation() {
  const api = useApi();
  const queryClient = useQueryClient();
  return useMutation(
    api.members.revokeInvitation.mutationOptions({ onSettled: () => queryClient.invalidateQueries(api.members.invitations.pathFilter()) }),
  );
}
