import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../app/api.ts';

/** The invitations that were sent, newest first. Owners and admins. */
export function useInvitations() {
  const api = useApi();
  return useQuery(api.members.invitations.queryOptions({}));
}
