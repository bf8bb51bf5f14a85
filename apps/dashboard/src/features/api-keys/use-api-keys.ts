import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../app/api.ts';

/** Keys of programs: those that count, newest first, then the revoked ones. Owners and admins. */
export function useApiKeys() {
  const api = useApi();
  return useQuery(api.apiKeys.list.queryOptions());
}
