import type { Speaker, TranscriptSegment } from '@ringfence/domain/transcripts';
import type { Random } from '../random/random.ts';
import { placeTurns } from '../speech/place-turns.ts';
import type { Turn } from '../speech/turn.ts';
import type { Voice } from '../speech/voice.ts';

const SYLLABLES = ['ba', 'den', 'so', 'mi', 'ral', 'te', 'nu', 'lo', 'fen', 'shi', 'ka', 'wo', 'per', 'i', 'an', 'gre', 'du', 'mes'];

/** A talk between two people of which nothing was written down: somebody speaks, in turns, until about `durationMs`. The text means nothing. */
export function murmur(durationMs: number, voices: Record<Speaker, Voice>, random: Random): TranscriptSegment[] {
  const turns: Turn[] = [];
  for (let syllables = 0; syllables < durationMs / 200; syllables += 40) {
    turns.push({ speaker: 'agent', text: babble(random) }, { speaker: 'caller', text: babble(random) });
  }
  return placeTurns(turns, voices, random).filter((segment) => segment.endMs < durationMs);
}

function babble(random: Random): string {
  const words = Array.from(
    {
      length: random.pickWeighted([
        [2, 2],
        [5, 3],
        [9, 3],
        [15, 2],
        [24, 1],
      ]),
    },
    () =>
      Array.from({ length: random.whole(1, 3) }, () => random.pick(SYLLABLES)).join('') +
      random.pickWeighted([
        ['', 8],
        [',', 1],
        ['.', 1],
      ]),
  );
  return `${words.join(' ')}${random.pickWeighted([
    ['.', 3],
    ['?', 1],
  ])}`;
}
