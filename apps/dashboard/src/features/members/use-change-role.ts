import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../app/api.ts';

/** Gives a member another role; one's own changes what the pages show. */
export function useChangeRole() {
  const api = useApi();
  const queryClient = useQueryClient();
  return useMutation(
    api.members.changeRole.mutationOptions({
      onSettled: () =>
        Promise.all([
          queryClient.invalidateQueries(api.members.pathFilter()),
          queryClient.invalidateQueries(api.organization.pathFilter()),
        ]),
    }),
  );
}
