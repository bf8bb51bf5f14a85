import { callLogs, calls, providerEvents, recordings, transcriptSegments } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { and, asc, eq, inArray, or, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { lockKeys } from '../calls/lock-keys.ts';
import { type DerivedLeg, foldEvents } from './fold-events.ts';
import { type KeptEvent, listKeptEvents, type Reread } from './kept-event.ts';
import type { ScannedLeg } from './scan-events.ts';

export type LegRow = typeof callLogs.$inferSelect;
export type CallRow = typeof calls.$inferSelect;
export type RecordingRow = typeof recordings.$inferSelect;
export type SegmentRow = typeof transcriptSegments.$inferSelect;

/** All that is kept, and all that stands, of some conversations. */
export interface LoadedConversations {
  readonly events: readonly KeptEvent[];
  /** What the messages tell, by leg. */
  readonly derived: ReadonlyMap<string, DerivedLeg>;
  /** Their legs, and every other leg of the calls that those are in. */
  readonly legs: readonly LegRow[];
  readonly calls: readonly CallRow[];
  readonly recordings: readonly RecordingRow[];
  readonly segments: readonly SegmentRow[];
}

/** More messages than a batch of conversations has. */
const MOST_EVENTS = 100_000;

/** Loads some conversations, whose references nobody else works on meanwhile: a message that comes now waits, and finds what was rebuilt. */
export async function loadConversations(db: TenantDb, scanned: readonly ScannedLeg[], reread: Reread): Promise<LoadedConversations> {
  const references = [...new Set(scanned.flatMap(({ reference, names }) => [reference, ...names]))];
  await lockKeys(db, references);
  const [events, own] = await Promise.all([
    listKeptEvents(
      db,
      or(
        isOneOf(providerEvents.reference, references),
        isOneOf(
          providerEvents.id,
          scanned.flatMap(({ misfiled }) => misfiled),
        ),
      ),
      MOST_EVENTS,
    ),
    db
      .select()
      .from(callLogs)
      .where(and(eq(callLogs.orgId, db.orgId), isOneOf(callLogs.reference, references))),
  ]);
  const derived = foldEvents(events, reread);
  const told = [...derived.values()].flatMap(({ recordings: sounds }) => [...sounds.keys()]);
  const callIds = [...new Set(own.map(({ callId }) => callId))];
  const [legs, rows, sounds, segments] = await Promise.all([
    db
      .select()
      .from(callLogs)
      .where(and(eq(callLogs.orgId, db.orgId), isOneOf(callLogs.callId, callIds)))
      .orderBy(asc(callLogs.id)),
    db
      .select()
      .from(calls)
      .where(and(eq(calls.orgId, db.orgId), isOneOf(calls.id, callIds))),
    db
      .select()
      .from(recordings)
      .where(and(eq(recordings.orgId, db.orgId), or(isOneOf(recordings.callId, callIds), isOneOf(recordings.reference, told)))),
    db
      .select()
      .from(transcriptSegments)
      .where(and(eq(transcriptSegments.orgId, db.orgId), isOneOf(transcriptSegments.callId, callIds)))
      .orderBy(asc(transcriptSegments.position)),
  ]);
  return { events, derived, legs, calls: rows, recordings: sounds, segments };
}

function isOneOf(column: PgColumn, values: readonly string[]): SQL {
  return inArray(column, [...values]);
}
