import { callLogs, connectionLooks, organizations, recordings } from '@ringfence/db/schema';
import { endLook, finishDay } from '@ringfence/platform/connections';
import type { TenantDb } from '@ringfence/tenancy';
import { and, eq, isNotNull, sql } from 'drizzle-orm';
import type { DemoDoors } from './demo-doors.ts';
import type { LoadedOrganization } from './loaded-organization.ts';

/**
 * Leaves the demo's connections as looks at their providers' lists would: complete, day by day. Their accounts don't exist, so that nobody
 * looks by themselves.
 */
export async function noteLooks({ app, worker }: DemoDoors, { owner }: LoadedOrganization, connectionIds: Iterable<string>): Promise<void> {
  await app.inTenant(owner, (db) => db.update(connectionLooks).set({ nextLookAt: null }).where(eq(connectionLooks.orgId, db.orgId)));
  for (const connectionId of connectionIds) {
    await worker.inTenant({ orgId: owner.orgId, actor: { kind: 'job', id: 'demo' } }, async (db) => {
      const days = Map.groupBy(await listLegs(db, connectionId), ({ day }) => day);
      for (const [day, legs] of days) {
        const sounds = legs.flatMap(({ recording }) => (recording === null ? [] : [recording]));
        const calls = [...new Set(legs.map(({ reference }) => reference))];
        await finishDay(db, { connectionId, day, calls, recordings: sounds, found: 0, completeUntil: new Date() });
      }
      await endLook(db, { connectionId, failure: null });
    });
  }
}

/** Every leg by its day in the organisation's time zone, once for each recording it has. */
function listLegs(db: TenantDb, connectionId: string) {
  return db
    .select({
      reference: callLogs.reference,
      recording: recordings.reference,
      day: sql<string>`to_char(${callLogs.startedAt} at time zone ${organizations.timeZone}, 'YYYY-MM-DD')`,
    })
    .from(callLogs)
    .innerJoin(organizations, eq(organizations.orgId, callLogs.orgId))
    .leftJoin(recordings, and(eq(recordings.orgId, callLogs.orgId), eq(recordings.callLogId, callLogs.id)))
    .where(and(eq(callLogs.orgId, db.orgId), eq(callLogs.connectionId, connectionId), isNotNull(callLogs.startedAt)));
}
