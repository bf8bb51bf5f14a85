import type { ListAuditLog } from '@ringfence/domain/audit-log';
import { auditLog } from '@ringfence/db/schema';
import type { TenantReader } from '@ringfence/tenancy';
import { and, desc, eq, gte, lt } from 'drizzle-orm';
import type { ProceduresOutside } from '../outside/outside.ts';
import { after } from '../paging/after.ts';
import { DEFAULT_LIMIT, takePage } from '../paging/take-page.ts';
import { nameActors } from './name-actors.ts';

/** A page of the log, newest first. @throws InvalidInput for a cursor that isn't this organisation's. */
export async function listAuditLog(db: TenantReader, outside: Pick<ProceduresOutside, 'findUsers'>, input: ListAuditLog) {
  const limit = input.limit ?? DEFAULT_LIMIT;
  const kind = input.kind ?? 'all';
  const rows = await db
    .select({
      id: auditLog.id,
      at: auditLog.at,
      action: auditLog.action,
      actorKind: auditLog.actorKind,
      actorId: auditLog.actorId,
      target: auditLog.target,
      reason: auditLog.reason,
      procedure: auditLog.procedure,
      address: auditLog.address,
      detail: auditLog.detail,
    })
    .from(auditLog)
    .where(
      and(
        eq(auditLog.orgId, db.orgId),
        kind === 'all' ? undefined : eq(auditLog.kind, kind),
        input.action === undefined ? undefined : eq(auditLog.action, input.action),
        input.from === undefined ? undefined : gte(auditLog.at, new Date(input.from)),
        input.to === undefined ? undefined : lt(auditLog.at, new Date(input.to)),
        after(db.orgId, input.cursor, auditLog.at, auditLog.id),
      ),
    )
    .orderBy(desc(auditLog.at), desc(auditLog.id))
    .limit(limit + 1);
  const { items, nextCursor } = takePage(db.orgId, rows, limit, ({ at, id }) => ({ at, id }));
  const names = await nameActors(db, outside, items);
  return {
    items: items.map(({ reason, detail, ...item }) => ({
      ...item,
      actorName: names.get(item.actorId) ?? null,
      detail: reason === null ? detail : { ...detail, reason },
    })),
    nextCursor,
  };
}
