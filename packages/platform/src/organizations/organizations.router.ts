import { protectedOrgProcedure, router } from '@ringfence/identity/trpc';
import { getOrganization } from './get-organization.ts';

export const organizationsRouter = router({
  /** The organisation one is in, and what one may do there. Everybody. */
  current: protectedOrgProcedure.meta({ permission: 'organization.read' }).query(({ ctx }) => getOrganization(ctx.db)),
});
