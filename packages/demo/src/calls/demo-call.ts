import type { CallDirection } from '@ringfence/domain/calls';
import type { Speaker, TranscriptSegment } from '@ringfence/domain/transcripts';
import type { DemoLine } from '../organizations/demo-organization.ts';
import type { Voice } from '../speech/voice.ts';
import type { CallOutcome } from './call-outcome.ts';

/** What was said, and by which voices. Without a summary nobody wrote it down: the segments are for the sound alone. */
export interface Talk {
  readonly segments: readonly TranscriptSegment[];
  readonly summary: string | null;
  readonly voices: Record<Speaker, Voice>;
}

/** A call before any provider tells of it. */
export interface DemoCall {
  /** Always the same for the same call; ids are derived from it. */
  readonly key: string;
  readonly direction: CallDirection;
  readonly outcome: CallOutcome;
  readonly takenBy: 'person' | 'assistant' | null;
  /** The other party: a number, a SIP address, or `anonymous`. */
  readonly party: string;
  readonly line: DemoLine;
  /** The person who took or made it. */
  readonly colleague: string | null;
  readonly startedAt: Date;
  readonly ringMs: number;
  /** 0 when nobody, not even a machine, took it. */
  readonly talkMs: number;
  readonly endedReason: string | null;
  readonly talk: Talk | null;
  readonly recording: 'none' | 'kept' | 'gone';
}
