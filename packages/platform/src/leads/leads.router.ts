import { ListLeads } from '@ringfence/domain/leads';
import { protectedOrgProcedure, router } from '@ringfence/identity/trpc';
import { listLeads } from './list-leads.ts';

export const leadsRouter = router({
  /** Leads, newest first. Everybody. */
  list: protectedOrgProcedure
    .meta({ permission: 'leads.read' })
    .input(ListLeads.default({}))
    .query(({ ctx, input }) => listLeads(ctx.db, input)),
});
