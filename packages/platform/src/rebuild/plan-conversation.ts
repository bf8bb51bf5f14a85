import { type CallStatus, statusAfter } from '@ringfence/domain/calls';
import { describeCall } from '../calls/describe-call.ts';
import { differingFields, type FieldChange } from './differing-fields.ts';
import type { DerivedLeg } from './fold-events.ts';
import { legKey } from './leg-key.ts';
import type { LegRow, LoadedConversations, RecordingRow } from './load-conversations.ts';
import { sameTranscript } from './same-transcript.ts';
import type { Scanned, ScannedLeg } from './scan-events.ts';

export interface PlannedLeg {
  readonly derived: DerivedLeg;
  /** The row that stands, or null for a leg that isn't there yet. */
  readonly row: LegRow | null;
  readonly changes: readonly FieldChange[];
  readonly hasOtherTranscript: boolean;
  /** Recordings that messages tell of and that aren't there, by the provider's id. */
  readonly missingRecordings: readonly string[];
  /** Recordings that hang on another leg. */
  readonly strayRecordings: readonly RecordingRow[];
  /** Recordings not stored yet whose source messages tell otherwise. */
  readonly otherSources: readonly RecordingRow[];
}

/** What a conversation would be by its messages, beside what stands. */
export interface PlannedConversation {
  /** The call it keeps: that of which it has the first leg; null for one that is to be made. */
  readonly callId: string | null;
  readonly legs: readonly PlannedLeg[];
  /** Legs of another call that belong here. */
  readonly moved: readonly LegRow[];
  /** How many calls have no leg left once those are moved. */
  readonly emptied: number;
  readonly description: ReturnType<typeof describeCall>;
  readonly changes: readonly FieldChange[];
}

/** Plans one conversation. Pure: the same for showing as for doing. A leg that is frozen stays as it stands. */
export function planConversation(
  conversation: readonly ScannedLeg[],
  loaded: LoadedConversations,
  scanned: Pick<Scanned, 'legs' | 'frozen'>,
): PlannedConversation {
  const keys = new Set(conversation.map(({ key }) => key));
  const rows = loaded.legs.filter((row) => keys.has(keyOf(row)));
  const callId = keptCall(rows, loaded.legs);
  const legs = conversation.flatMap(({ key }) => {
    const leg = scanned.frozen.has(key) ? undefined : loaded.derived.get(key);
    return leg ? [planLeg(leg, rows.find((row) => keyOf(row) === key) ?? null, loaded)] : [];
  });
  const standing = loaded.legs.filter((row) => {
    const isOthers = scanned.legs.has(keyOf(row)) && !keys.has(keyOf(row));
    return row.callId === callId && !isOthers && !legs.some(({ row: planned }) => planned?.id === row.id);
  });
  const call = loaded.calls.find(({ id }) => id === callId);
  const heardAt = call?.startedAt ?? legs[0]?.derived.firstHeardAt ?? new Date();
  const told = describeCall([...legs.map(({ derived: { facts } }) => facts), ...standing], heardAt);
  const description = { ...told, status: statusAfter(call?.status, told.status) satisfies CallStatus };
  const moved = rows.filter((row) => row.callId !== callId);
  return {
    callId,
    legs,
    moved,
    emptied: countEmptied(moved, loaded.legs),
    description,
    changes: call ? differingFields(call, description) : [],
  };
}

/** Of the calls in which a conversation has legs, the oldest whose first leg is its own: so that a call that is split keeps one part. */
function keptCall(own: readonly LegRow[], all: readonly LegRow[]): string | null {
  const firstOf = (callId: string) => all.find((row) => row.callId === callId);
  const claimed = own.filter((row) => firstOf(row.callId)?.id === row.id).map(({ callId }) => callId);
  return claimed.toSorted()[0] ?? null;
}

function countEmptied(moved: readonly LegRow[], all: readonly LegRow[]): number {
  const left = [...new Set(moved.map(({ callId }) => callId))];
  return left.filter((callId) => all.every((row) => row.callId !== callId || moved.includes(row))).length;
}

function planLeg(derived: DerivedLeg, row: LegRow | null, { recordings, segments }: LoadedConversations): PlannedLeg {
  const told = [...derived.recordings.values()];
  const kept = recordings.filter(({ connectionId }) => connectionId === derived.connectionId);
  return {
    derived,
    row,
    changes: row ? differingFields(row, derived.facts) : [],
    hasOtherTranscript: !sameTranscript(
      derived.transcript ?? [],
      segments.filter(({ callLogId }) => callLogId === row?.id),
    ),
    missingRecordings: told.map(({ reference }) => reference).filter((name) => !kept.some(({ reference }) => reference === name)),
    strayRecordings: kept.filter(({ reference, callLogId }) => derived.recordings.has(reference) && callLogId !== row?.id),
    otherSources: kept.filter((recording) => {
      const source = derived.recordings.get(recording.reference);
      const isOther = source !== undefined && (source.url !== recording.sourceUrl || source.accountId !== recording.accountId);
      return isOther && recording.status !== 'stored';
    }),
  };
}

function keyOf({ connectionId, reference }: LegRow): string {
  return legKey(connectionId, reference);
}
