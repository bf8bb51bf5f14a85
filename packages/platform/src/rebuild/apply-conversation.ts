import { callLogs, calls, recordings, transcriptSegments } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { announceChange } from '../calls/announce-change.ts';
import { receiveTranscript } from '../calls/receive-transcript.ts';
import { receiveRecording } from '../recordings/receive-recording.ts';
import { removeEmptied } from './remove-emptied.ts';
import type { PlannedConversation, PlannedLeg } from './plan-conversation.ts';

/** Makes a conversation what its messages say: rows keep their ids, and recordings that are stored their sound. */
export async function applyConversation(db: TenantDb, planned: PlannedConversation): Promise<void> {
  const callId = await writeCall(db, planned);
  await moveLegs(db, planned, callId);
  for (const leg of planned.legs) await writeLeg(db, leg, callId);
  await removeEmptied(
    db,
    planned.moved.map((leg) => leg.callId),
  );
  await announceChange(db, callId);
}

async function writeCall(db: TenantDb, { callId, legs, description, changes }: PlannedConversation): Promise<string> {
  if (callId === null) {
    const connectionId = legs[0]?.derived.connectionId;
    if (connectionId === undefined) throw new TypeError('a conversation without a leg has no call');
    const [made] = await db
      .insert(calls)
      .values({ ...description, orgId: db.orgId, connectionId })
      .returning({ id: calls.id });
    if (!made) throw new Error('an inserted call gave no row');
    return made.id;
  }
  if (changes.length > 0) {
    await db
      .update(calls)
      .set({ ...description, updatedAt: sql`clock_timestamp()` })
      .where(and(eq(calls.orgId, db.orgId), eq(calls.id, callId)));
  }
  return callId;
}

/** With all that hangs on them. */
async function moveLegs(db: TenantDb, { moved }: PlannedConversation, callId: string): Promise<void> {
  const ids = moved.map(({ id }) => id);
  if (ids.length === 0) return;
  await db
    .update(callLogs)
    .set({ callId })
    .where(and(eq(callLogs.orgId, db.orgId), inArray(callLogs.id, ids)));
  for (const table of [recordings, transcriptSegments]) {
    await db
      .update(table)
      .set({ callId })
      .where(and(eq(table.orgId, db.orgId), inArray(table.callLogId, ids)));
  }
}

async function writeLeg(db: TenantDb, leg: PlannedLeg, callId: string): Promise<void> {
  const { derived, row, changes } = leg;
  const callLogId = row?.id ?? (await openLeg(db, leg, callId));
  if (row && changes.length > 0) {
    await db
      .update(callLogs)
      .set({ ...derived.facts, updatedAt: sql`now()` })
      .where(and(eq(callLogs.orgId, db.orgId), eq(callLogs.id, row.id)));
  }
  if (leg.hasOtherTranscript) await receiveTranscript(db, { callId, callLogId }, derived.transcript ?? []);
  for (const reference of leg.missingRecordings) {
    const recording = derived.recordings.get(reference);
    if (recording) await receiveRecording(db, { callId, callLogId, connectionId: derived.connectionId, recording });
  }
  const strays = leg.strayRecordings.map(({ id }) => id);
  if (strays.length > 0) {
    await db
      .update(recordings)
      .set({ callId, callLogId })
      .where(and(eq(recordings.orgId, db.orgId), inArray(recordings.id, strays)));
  }
  for (const { id, reference } of leg.otherSources) {
    const source = derived.recordings.get(reference);
    if (!source) continue;
    await db
      .update(recordings)
      .set({ sourceUrl: source.url, accountId: source.accountId })
      .where(and(eq(recordings.orgId, db.orgId), eq(recordings.id, id)));
  }
}

async function openLeg(db: TenantDb, { derived }: PlannedLeg, callId: string): Promise<string> {
  const [made] = await db
    .insert(callLogs)
    .values({ ...derived.facts, orgId: db.orgId, callId, connectionId: derived.connectionId })
    .returning({ id: callLogs.id });
  if (!made) throw new Error('an inserted leg gave no row');
  return made.id;
}
