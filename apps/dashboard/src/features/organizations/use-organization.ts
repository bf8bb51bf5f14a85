import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../app/api.ts';

/** How soon a page shows what another role may do; the server asks the role at every request. */
const LOOK_AGAIN_MS = 15_000;

/** The organisation whose pages these are, with what its viewer may do. */
export function useOrganization() {
  const api = useApi();
  return useQuery(api.organization.current.queryOptions(undefined, { refetchInterval: LOOK_AGAIN_MS }));
}
