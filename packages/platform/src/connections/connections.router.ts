import { protectedOrgProcedure, router } from '@ringfence/identity/trpc';
import { listConnections } from './list-connections.ts';

export const connectionsRouter = router({
  /** Ways in, with their health. Owners and admins. */
  list: protectedOrgProcedure.meta({ permission: 'connections.read' }).query(({ ctx }) => listConnections(ctx.db)),
});
