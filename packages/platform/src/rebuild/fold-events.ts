import { type LegFacts, mergeLeg, type RecordingFacts } from '@ringfence/domain/calls';
import type { TranscriptSegment } from '@ringfence/domain/transcripts';
import { type Parties, partiesOf } from '../calls/parties-of.ts';
import type { KeptEvent, Reread } from './kept-event.ts';
import { legKey } from './leg-key.ts';

/** All that the messages of one leg tell, from nothing. */
export interface DerivedLeg {
  readonly key: string;
  readonly connectionId: string;
  readonly facts: LegFacts & Parties;
  /** By the provider's id; the first message of each counts, as it did when it came. */
  readonly recordings: ReadonlyMap<string, RecordingFacts>;
  /** Of the latest message that tells what was said. */
  readonly transcript: readonly TranscriptSegment[] | null;
  readonly firstHeardAt: Date;
}

/** Derives legs from their messages alone, in the order in which they came. */
export function foldEvents(events: readonly KeptEvent[], reread: Reread): Map<string, DerivedLeg> {
  const legs = new Map<string, DerivedLeg>();
  const inOrder = events.toSorted((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime() || (a.id < b.id ? -1 : 1));
  for (const kept of inOrder) {
    const understood = reread(kept);
    if (understood.kind !== 'event') continue;
    const { event } = understood;
    const key = legKey(kept.connectionId, event.leg.reference);
    const known = legs.get(key);
    legs.set(key, {
      key,
      connectionId: kept.connectionId,
      facts: { ...(known ? mergeLeg(known.facts, event.leg) : event.leg), ...partiesOf(event, known?.facts) },
      recordings: withRecording(known?.recordings, event.recording),
      transcript: event.transcript ?? known?.transcript ?? null,
      firstHeardAt: known?.firstHeardAt ?? kept.receivedAt,
    });
  }
  return legs;
}

function withRecording(known: DerivedLeg['recordings'] | undefined, told: RecordingFacts | null): DerivedLeg['recordings'] {
  if (told === null || known?.has(told.reference)) return known ?? new Map();
  return new Map([...(known ?? []), [told.reference, told]]);
}
