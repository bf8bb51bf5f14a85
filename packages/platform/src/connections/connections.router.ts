import { RotateSecret } from '@ringfence/domain/connections';
import { protectedOrgProcedure, router } from '@ringfence/identity/trpc';
import { listConnections } from './list-connections.ts';
import { rotateSecret } from './rotate-secret.ts';

export const connectionsRouter = router({
  /** Ways in, with their health. Owners and admins. */
  list: protectedOrgProcedure.meta({ permission: 'connections.read' }).query(({ ctx }) => listConnections(ctx.db)),
  /** Gives a connection a new secret or fetch key, tells the secret this once, and resumes what it had paused. Owners and admins. */
  rotateSecret: protectedOrgProcedure
    .meta({ permission: 'connections.write' })
    .input(RotateSecret)
    .mutation(({ ctx, input }) => rotateSecret(ctx.db, input, ctx.outside.sealing)),
});
