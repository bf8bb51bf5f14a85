import type { CallEvent } from './call-event.ts';
import type { LegFacts } from './leg-facts.ts';
import { mergeLeg } from './merge-leg.ts';

/** What is known of the leg that an event tells of. */
export interface KnownOfLeg {
  /** Null for a leg nobody has told of. */
  readonly leg: LegFacts | null;
  readonly hasRecording: boolean;
  readonly hasTranscript: boolean;
}

/** Facts that every event of a leg may bring; the status is weighed by itself. */
const FACTS = [
  'parentReference',
  'relatedReference',
  'direction',
  'startedAt',
  'answeredAt',
  'endedAt',
  'talkSeconds',
  'endedReason',
  'summary',
  'costMicros',
  'agentName',
] as const satisfies readonly (keyof LegFacts)[];

/**
 * Whether an event says something of which nothing is known yet. Differences between two sources' clocks don't count: what both tell is
 * known.
 */
export function tellsMore(event: Pick<CallEvent, 'leg' | 'recording' | 'transcript'>, known: KnownOfLeg): boolean {
  const { leg } = known;
  if (leg === null) return true;
  if (event.recording !== null && !known.hasRecording) return true;
  if (event.transcript !== null && !known.hasTranscript) return true;
  return mergeLeg(leg, event.leg).status !== leg.status || FACTS.some((name) => event.leg[name] !== null && leg[name] === null);
}
