import { callLogs, recordings } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { and, eq, inArray, notExists } from 'drizzle-orm';
import { legKey } from './leg-key.ts';
import { removeEmptied } from './remove-emptied.ts';

/** Legs that only a message told of which is understood otherwise today. One with a recording of its own stays: sound is never let go here. */
export async function findAbandonedLegs(db: TenantDb, keys: ReadonlySet<string>) {
  const references = [...keys].map((key) => key.slice(key.indexOf(' ') + 1));
  if (references.length === 0) return [];
  const sounds = db
    .select({ id: recordings.id })
    .from(recordings)
    .where(and(eq(recordings.orgId, callLogs.orgId), eq(recordings.callLogId, callLogs.id)));
  const found = await db
    .select({ id: callLogs.id, callId: callLogs.callId, connectionId: callLogs.connectionId, reference: callLogs.reference })
    .from(callLogs)
    .where(and(eq(callLogs.orgId, db.orgId), inArray(callLogs.reference, references), notExists(sounds)));
  return found.filter(({ connectionId, reference }) => keys.has(legKey(connectionId, reference)));
}

/** Removes them, and the calls that had no other. */
export async function removeAbandonedLegs(db: TenantDb, legs: Awaited<ReturnType<typeof findAbandonedLegs>>): Promise<void> {
  const ids = legs.map(({ id }) => id);
  if (ids.length === 0) return;
  await db.delete(callLogs).where(and(eq(callLogs.orgId, db.orgId), inArray(callLogs.id, ids)));
  await removeEmptied(
    db,
    legs.map(({ callId }) => callId),
  );
}
