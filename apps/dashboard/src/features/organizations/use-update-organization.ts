import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../app/api.ts';

/** Changes the organisation's name or time zone; every page shows it at once. */
export function useUpdateOrganization() {
  const api = useApi();
  const queryClient = useQueryClient();
  return useMutation(
    api.organization.update.mutationOptions({
      onSuccess: () =>
        Promise.all([
          queryClient.invalidateQueries(api.organization.pathFilter()),
          queryClient.invalidateQueries(api.session.pathFilter()),
        ]),
    }),
  );
}
