import { type KnownOfLeg, tellsMore } from '@ringfence/domain/calls';
import type { ListedItem } from '@ringfence/domain/connections';
import { callLogs, recordings, transcriptWords } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { and, eq, inArray } from 'drizzle-orm';

/**
 * The entries of a page that say something of which nothing is known here. Legs and recordings are looked up by the provider's ids on this
 * very connection.
 */
export async function findMissing(db: TenantDb, connectionId: string, page: readonly ListedItem[]): Promise<ListedItem[]> {
  const events = page.flatMap(({ understood }) => (understood.kind === 'event' ? [understood.event] : []));
  const references = [...new Set(events.map(({ leg }) => leg.reference))];
  const recorded = events.flatMap(({ recording }) => (recording === null ? [] : [recording.reference]));
  const [legs, sounds, spoken] = await Promise.all([
    findLegs(db, connectionId, references),
    findRecordings(db, connectionId, recorded),
    findTranscripts(db, connectionId, references),
  ]);
  const [byReference, hasSound, hasWords] = [new Map(legs.map((leg) => [leg.reference, leg])), new Set(sounds), new Set(spoken)];
  return page.filter(({ understood }) => {
    if (understood.kind !== 'event') return understood.kind === 'parked';
    const { leg, recording } = understood.event;
    const known: KnownOfLeg = {
      leg: byReference.get(leg.reference) ?? null,
      hasRecording: recording !== null && hasSound.has(recording.reference),
      hasTranscript: hasWords.has(leg.reference),
    };
    return tellsMore(understood.event, known);
  });
}

async function findLegs(db: TenantDb, connectionId: string, references: readonly string[]) {
  if (references.length === 0) return [];
  return db
    .select()
    .from(callLogs)
    .where(and(eq(callLogs.orgId, db.orgId), eq(callLogs.connectionId, connectionId), inArray(callLogs.reference, [...references])));
}

async function findRecordings(db: TenantDb, connectionId: string, references: readonly string[]): Promise<string[]> {
  if (references.length === 0) return [];
  const found = await db
    .select({ reference: recordings.reference })
    .from(recordings)
    .where(and(eq(recordings.orgId, db.orgId), eq(recordings.connectionId, connectionId), inArray(recordings.reference, [...references])));
  return found.map(({ reference }) => reference);
}

/** The references of legs of which it is known what was said. */
async function findTranscripts(db: TenantDb, connectionId: string, references: readonly string[]): Promise<string[]> {
  if (references.length === 0) return [];
  const found = await db
    .selectDistinct({ reference: callLogs.reference })
    .from(callLogs)
    .innerJoin(transcriptWords, and(eq(transcriptWords.orgId, callLogs.orgId), eq(transcriptWords.callLogId, callLogs.id)))
    .where(and(eq(callLogs.orgId, db.orgId), eq(callLogs.connectionId, connectionId), inArray(callLogs.reference, [...references])));
  return found.map(({ reference }) => reference);
}
