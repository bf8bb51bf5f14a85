import type { AuditAction, AuditDetail } from '@ringfence/domain/audit-log';
import { auditLog } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';

/** What happened, to which id, and why. Never a name, number or secret. */
export interface AuditEntry {
  readonly action: AuditAction;
  readonly target?: string;
  readonly reason?: string;
  readonly detail?: AuditDetail;
}

/** Adds a row to the organisation's audit log; it commits or goes with the transaction. Who and when the database stamps itself. */
export async function writeAudit(db: TenantDb, { action, target, reason, detail }: AuditEntry): Promise<void> {
  await db.insert(auditLog).values({
    orgId: db.orgId,
    actorKind: db.actor.kind,
    actorId: db.actor.id,
    action,
    target,
    reason,
    ...(detail === undefined ? {} : { detail }),
  });
}
