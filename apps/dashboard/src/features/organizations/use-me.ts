import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../app/api.ts';

/** Who is signed in, and the organisations they belong to. */
export function useMe() {
  const api = useApi();
  return useQuery(api.session.me.queryOptions());
}
