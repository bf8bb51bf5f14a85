import type { Speaker, TranscriptSegment } from '@ringfence/domain/transcripts';
import type { Random } from '../random/random.ts';
import { beatsOf } from './beats-of.ts';
import type { Turn } from './turn.ts';
import type { Voice } from './voice.ts';

const FIRST_WORD_MS = [350, 900] as const;
const SAME_SPEAKER_MS = [500, 900] as const;
/** A person answers quickly; a voice agent thinks first. */
const ANSWER_MS: Record<Speaker, readonly [number, number]> = { caller: [250, 900], agent: [450, 1100] };

/** Gives each turn its time: as long as its voice takes to say it, with a pause before it. Starts at 0, when the call was answered. */
export function placeTurns(turns: readonly Turn[], voices: Record<Speaker, Voice>, random: Random): TranscriptSegment[] {
  let clock = 0;
  return turns.map(({ speaker, text }, index) => {
    const isSame = turns[index - 1]?.speaker === speaker;
    const [shortest, longest] = index === 0 ? FIRST_WORD_MS : isSame ? SAME_SPEAKER_MS : ANSWER_MS[speaker];
    const startMs = clock + random.whole(shortest, longest);
    const beats = beatsOf(text).reduce((total, beat) => total + beat.length, 0);
    clock = startMs + Math.round((beats / voices[speaker].syllablesPerSecond) * 1000);
    return { speaker, startMs, endMs: clock, text };
  });
}
