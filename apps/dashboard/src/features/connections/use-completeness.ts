import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../app/api.ts';

/** Looks go on by themselves without a word to open pages. */
const LOOK_AGAIN_MS = 15_000;
/** While one waits for a look that one has asked for. */
const WAITING_MS = 1_000;

/** How complete a connection is, day by day. Owners and admins. */
export function useCompleteness(connectionId: string, isAwaited: boolean) {
  const api = useApi();
  return useQuery(api.connections.completeness.queryOptions({ connectionId }, { refetchInterval: isAwaited ? WAITING_MS : LOOK_AGAIN_MS }));
}
