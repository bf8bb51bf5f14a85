import { NotAdmitted } from '@ringfence/domain';
import type { Caller, Tenancy } from '@ringfence/tenancy';
import { auditLog } from '@ringfence/db/schema';
import { type CountedRefusals, countRefusals } from '../connections/count-refusals.ts';

/**
 * Counts what was turned away at a connection that is switched off, and so can't enter to count it. Each time leaves a row in the log:
 * call it seldom.
 */
export async function noteRefusals(service: Tenancy, { orgId, actor }: Caller, refusals: readonly CountedRefusals[]): Promise<void> {
  const count = refusals.reduce((sum, refusal) => sum + refusal.count, 0);
  const row = { orgId, actorKind: actor.kind, actorId: actor.id, action: 'crossing.webhook', target: actor.id };
  try {
    await service.inTenant({ orgId, actor: { kind: 'operator', id: 'trail' } }, async (db) => {
      await countRefusals(db, refusals);
      await db.insert(auditLog).values({ ...row, detail: { reason: 'disabled', count } });
    });
  } catch (error) {
    // The whole organisation is closed: nobody there waits for numbers.
    if (!(error instanceof NotAdmitted)) throw error;
  }
}
