import type { FieldChange } from './differing-fields.ts';
import type { PlannedConversation, PlannedLeg } from './plan-conversation.ts';
import type { EventCounts, Scanned } from './scan-events.ts';

/** One row that differs, and in what. */
export interface RebuildChange {
  readonly what: 'call' | 'leg';
  readonly change: 'added' | 'changed' | 'moved';
  /** Null for a call that isn't there yet. */
  readonly callId: string | null;
  /** Of a leg, as its provider names it. */
  readonly reference: string | null;
  readonly fields: readonly FieldChange[];
}

/** What a rebuild would change, or changed. */
export interface RebuildReport {
  readonly applied: boolean;
  readonly events: EventCounts;
  readonly calls: { readonly added: number; readonly changed: number; readonly emptied: number };
  readonly legs: { readonly added: number; readonly changed: number; readonly moved: number; readonly removed: number };
  readonly recordings: { readonly added: number; readonly changed: number };
  readonly transcripts: number;
  /** The first of them; the counts are whole. */
  readonly changes: readonly RebuildChange[];
}

const MOST_CHANGES = 1_000;

/** Gathers a report, conversation by conversation. */
export function createReport(mode: 'show' | 'apply', { counts }: Pick<Scanned, 'counts'>) {
  const calls = { added: 0, changed: 0, emptied: 0 };
  const legs = { added: 0, changed: 0, moved: 0, removed: 0 };
  const recordings = { added: 0, changed: 0 };
  const changes: RebuildChange[] = [];
  let transcripts = 0;

  function note(change: RebuildChange): void {
    if (changes.length < MOST_CHANGES) changes.push(change);
  }

  function addLeg(leg: PlannedLeg, callId: string | null): void {
    const { reference } = leg.derived.facts;
    if (!leg.row) legs.added += 1;
    else if (leg.changes.length > 0) legs.changed += 1;
    if (!leg.row || leg.changes.length > 0)
      note({ what: 'leg', change: leg.row ? 'changed' : 'added', callId, reference, fields: leg.changes });
    recordings.added += leg.missingRecordings.length;
    recordings.changed += new Set([...leg.strayRecordings, ...leg.otherSources]).size;
    transcripts += leg.hasOtherTranscript ? 1 : 0;
  }

  return {
    add(planned: PlannedConversation): void {
      const { callId, moved } = planned;
      if (callId === null) calls.added += 1;
      else if (planned.changes.length > 0) calls.changed += 1;
      if (callId === null || planned.changes.length > 0) {
        note({ what: 'call', change: callId === null ? 'added' : 'changed', callId, reference: null, fields: planned.changes });
      }
      legs.moved += moved.length;
      calls.emptied += planned.emptied;
      for (const { reference } of moved) note({ what: 'leg', change: 'moved', callId, reference, fields: [] });
      for (const leg of planned.legs) addLeg(leg, callId);
    },
    addAbandoned(count: number): void {
      legs.removed += count;
    },
    told: (): RebuildReport => ({ applied: mode === 'apply', events: counts, calls, legs, recordings, transcripts, changes }),
  };
}
