import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../app/api.ts';

/** One call with all that is known of it. */
export function useCall(id: string) {
  const api = useApi();
  return useQuery(api.calls.get.queryOptions({ id }));
}
