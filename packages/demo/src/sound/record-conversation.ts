import type { Speaker, TranscriptSegment } from '@ringfence/domain/transcripts';
import { createRandom } from '../random/create-random.ts';
import type { Voice } from '../speech/voice.ts';
import { MU_LAW, MU_LAW_ZERO } from './mu-law.ts';
import { speak } from './speak.ts';
import { waveHeader } from './wave-header.ts';

const RATE = 8000;
const CHANNELS = 2;
const CHANNEL_OF: Record<Speaker, number> = { caller: 0, agent: 1 };
/** Of 14-bit full scale: what a quiet line still rustles. */
const LINE_NOISE = 9;
const NOISE_LENGTH = 16_384;

/**
 * The sound of a conversation as a WAV file: 8 kHz µ-law, caller left, agent right, each heard exactly when the transcript says so.
 * The same seed gives the same bytes.
 */
export function recordConversation(
  segments: readonly TranscriptSegment[],
  durationMs: number,
  voices: Record<Speaker, Voice>,
  seed: string,
): Buffer {
  const frames = Math.round((durationMs * RATE) / 1000);
  const sound = quietLine(frames, seed);
  segments.forEach((segment, index) => {
    const samples = speak(segment.text, segment.endMs - segment.startMs, voices[segment.speaker], `${seed}/${index}`, RATE);
    const start = Math.round((segment.startMs * RATE) / 1000);
    const length = Math.min(samples.length, frames - start);
    for (let offset = 0; offset < length; offset += 1) {
      const sample = Math.round((samples[offset] ?? 0) * (MU_LAW_ZERO - 1));
      sound[(start + offset) * CHANNELS + CHANNEL_OF[segment.speaker]] = MU_LAW[sample + MU_LAW_ZERO] ?? 0xff;
    }
  });
  return Buffer.concat([waveHeader(frames, CHANNELS, RATE), sound]);
}

function quietLine(frames: number, seed: string): Uint8Array {
  const random = createRandom(`${seed}/line`);
  const noise = Uint8Array.from({ length: NOISE_LENGTH }, () => MU_LAW[MU_LAW_ZERO + random.whole(-LINE_NOISE, LINE_NOISE)] ?? 0xff);
  const sound = new Uint8Array(frames * CHANNELS);
  for (let start = 0; start < sound.length; start += NOISE_LENGTH) {
    sound.set(noise.subarray(0, Math.min(NOISE_LENGTH, sound.length - start)), start);
  }
  return sound;
}
