import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../app/api.ts';

const LOOK_AGAIN_MS = 15_000;

/** The ways in, with what came last; looked at again while the page is open. Owners and admins. */
export function useConnections() {
  const api = useApi();
  return useQuery(api.connections.list.queryOptions(undefined, { refetchInterval: LOOK_AGAIN_MS }));
}
