import { CatchUp, GetCompleteness, RotateSecret } from '@ringfence/domain/connections';
import { protectedOrgProcedure, router } from '@ringfence/identity/trpc';
import { getCompleteness } from './get-completeness.ts';
import { listConnections } from './list-connections.ts';
import { queueCatchUp } from './queue-catch-up.ts';
import { rotateSecret } from './rotate-secret.ts';

export const connectionsRouter = router({
  /** Ways in, with their health. Owners and admins. */
  list: protectedOrgProcedure.meta({ permission: 'connections.read' }).query(({ ctx }) => listConnections(ctx.db)),
  /** The provider's count of each day beside ours, and when it was last asked. Owners and admins. */
  completeness: protectedOrgProcedure
    .meta({ permission: 'connections.read' })
    .input(GetCompleteness)
    .query(({ ctx, input }) => getCompleteness(ctx.db, input)),
  /** Asks the provider soon for what no message told. Owners and admins. */
  catchUp: protectedOrgProcedure
    .meta({ permission: 'connections.write' })
    .input(CatchUp)
    .mutation(({ ctx, input }) => queueCatchUp(ctx.db, input)),
  /** Gives a connection a new secret or fetch key, tells the secret this once, and resumes what it had paused. Owners and admins. */
  rotateSecret: protectedOrgProcedure
    .meta({ permission: 'connections.write' })
    .input(RotateSecret)
    .mutation(({ ctx, input }) => rotateSecret(ctx.db, input, ctx.outside.sealing)),
});
