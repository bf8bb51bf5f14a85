import { CreateOrganization, UpdateOrganization } from '@ringfence/domain/organizations';
import { protectedOrgProcedure, router, signedInProcedure } from '@ringfence/identity/trpc';
import { foundOrganization } from './found-organization.ts';
import { getOrganization } from './get-organization.ts';
import { updateOrganization } from './update-organization.ts';

export const organizationsRouter = router({
  /** Founds an organisation of one's own. Whoever is signed in. */
  create: signedInProcedure
    .input(CreateOrganization)
    .mutation(({ ctx, input }) => foundOrganization(ctx.tenancy, ctx.outside, ctx.signedIn, input)),
  /** The organisation one is in, and what one may do there. Everybody. */
  current: protectedOrgProcedure.meta({ permission: 'organization.read' }).query(({ ctx }) => getOrganization(ctx.db)),
  /** Changes its name or time zone. Owners and admins. */
  update: protectedOrgProcedure
    .meta({ permission: 'organization.write' })
    .input(UpdateOrganization)
    .mutation(({ ctx, input }) => updateOrganization(ctx.db, input)),
});
