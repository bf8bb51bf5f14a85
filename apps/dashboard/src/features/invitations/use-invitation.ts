import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../app/api.ts';

/** What an invitation offers to whoever is signed in; absent for anybody but the address it was sent to. */
export function useInvitation(token: string) {
  const api = useApi();
  return useQuery(api.invitations.describe.queryOptions({ token }, { retry: false, staleTime: 0 }));
}
