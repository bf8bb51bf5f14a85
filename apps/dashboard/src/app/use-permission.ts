import type { Permission } from '@ringfence/domain';
import { useQuery } from '@tanstack/react-query';
import { useApi } from './api.ts';

/** Whether one's role in this organisation holds a permission, by the domain's table; false until the role is known. */
export function usePermission(permission: Permission): boolean {
  const api = useApi();
  const { data } = useQuery(
    api.organization.current.queryOptions(undefined, { select: ({ permissions }) => permissions.includes(permission) }),
  );
  return data ?? false;
}
