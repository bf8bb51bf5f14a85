import type { Speaker, TranscriptSegment } from '@ringfence/domain/transcripts';
import { cleanText } from '../clean-text.ts';
import { readNumber, readTime, valueAt } from './json-value.ts';

const SPEAKERS: ReadonlyMap<unknown, Speaker> = new Map([
  ['bot', 'agent'],
  ['assistant', 'agent'],
  ['user', 'caller'],
  ['customer', 'caller'],
]);

/** A call's turns, and from when to when they went; null where Vapi gave no times. */
export interface Conversation {
  readonly segments: readonly TranscriptSegment[];
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
}

/** No call lasts longer; times beyond it are no times of this call. */
const LONGEST_MS = 86_400_000;

interface Turn {
  readonly speaker: Speaker;
  readonly text: string;
  readonly startMs: number;
  readonly endMs: number;
}

/**
 * The spoken messages of a report by their `time`, since `secondsFromStart` begins anew after a transfer; tools and prompts are left
 * out. Milliseconds count from `connectedAt`, or where that isn't told from the first message of any kind.
 * Source: Vapi's OpenAPI document, UserMessage and BotMessage; a recorded report of 2024 (`bot`, floats, turns out of order).
 */
export function readConversation(messages: readonly unknown[], connectedAt: Date | null): Conversation {
  const turns = messages.flatMap(readTurn).toSorted((a, b) => a.startMs - b.startMs || a.endMs - b.endMs);
  const first = turns[0]?.startMs;
  if (first === undefined) return { segments: [], startedAt: null, endedAt: null };
  const told = connectedAt !== null && connectedAt.getTime() <= first ? connectedAt.getTime() : null;
  const origin =
    told ??
    messages.reduce<number>((earliest, message) => Math.min(earliest, readTime(valueAt(message, 'time'))?.getTime() ?? first), first);
  const sinceOrigin = (ms: number) => Math.min(Math.max(0, Math.round(ms - origin)), LONGEST_MS);
  const segments = turns.map(({ speaker, text, startMs, endMs }) => ({
    speaker,
    text,
    startMs: sinceOrigin(startMs),
    endMs: sinceOrigin(endMs),
  }));
  return { segments, startedAt: new Date(origin), endedAt: new Date(turns.reduce((latest, turn) => Math.max(latest, turn.endMs), first)) };
}

function readTurn(message: unknown): Turn[] {
  const speaker = SPEAKERS.get(valueAt(message, 'role'));
  const text = cleanText(valueAt(message, 'message') ?? valueAt(message, 'content'));
  const startMs = readTime(valueAt(message, 'time'))?.getTime();
  if (!speaker || text === null || startMs === undefined) return [];
  const seconds = readNumber(valueAt(message, 'duration')) ?? 0;
  const endMs = readTime(valueAt(message, 'endTime'))?.getTime() ?? startMs + seconds * 1000;
  return [{ speaker, text, startMs, endMs: Math.min(Math.max(startMs, endMs), startMs + LONGEST_MS) }];
}
