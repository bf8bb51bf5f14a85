import { ListAuditLog } from '@ringfence/domain/audit-log';
import { protectedOrgProcedure, router } from '@ringfence/identity/trpc';
import { listAuditLog } from './list-audit-log.ts';

export const auditLogRouter = router({
  /** What was done and what was tried, newest first. Owners and admins. */
  list: protectedOrgProcedure
    .meta({ permission: 'auditLog.read' })
    .input(ListAuditLog.optional())
    .query(({ ctx, input }) => listAuditLog(ctx.db, ctx.outside, input ?? {})),
});
