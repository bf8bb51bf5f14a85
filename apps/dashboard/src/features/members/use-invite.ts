import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../app/api.ts';

/** Invites somebody; the answer holds the link, this once. */
export function useInvite() {
  const api = useApi();
  const queryClient = useQueryClient();
  return useMutation(
    api.members.invite.mutationOptions({ onSuccess: () => queryClient.invalidateQueries(api.members.invitations.pathFilter()) }),
  );
}
