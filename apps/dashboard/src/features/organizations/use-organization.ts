import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../app/api.ts';

/** The organisation whose pages these are, with what its viewer may do. */
export function useOrganization() {
  const api = useApi();
  return useQuery(api.organization.current.queryOptions());
}
