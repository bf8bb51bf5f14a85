import { createRandom } from '../random/create-random.ts';
import type { Voice } from '../speech/voice.ts';
import { articulate } from './articulate.ts';
import { FRAME_MS } from './articulation.ts';
import { GLOTTAL_PULSE } from './glottal-pulse.ts';
import { Resonator } from './resonator.ts';

const WIDTHS_HZ = [90, 130, 190] as const;
const HISS_HZ = 3000;
const HISS_WIDTH_HZ = 900;

/** Speaks a sentence in nonsense: the rhythm and melody are right, the words can't be made out. Samples within ±1. */
export function speak(text: string, durationMs: number, voice: Voice, seed: string, rate: number): Float32Array {
  const random = createRandom(seed);
  const track = articulate(text, durationMs, voice, random);
  const perFrame = (rate * FRAME_MS) / 1000;
  const samples = new Float32Array(track.frames * perFrame);
  const mouth = [new Resonator(), new Resonator(), new Resonator()] as const;
  const teeth = new Resonator();
  teeth.tune(HISS_HZ, HISS_WIDTH_HZ, rate);
  let phase = 0;
  let [voiced, hiss] = [0, 0];
  for (let frame = 0; frame < track.frames; frame += 1) {
    mouth.forEach((resonator, index) => resonator.tune(track.formantsHz[index]?.[frame] ?? 500, WIDTHS_HZ[index] ?? 100, rate));
    const step = (track.pitchHz[frame] ?? 100) / rate;
    const [voicedStep, hissStep] = [((track.voiced[frame] ?? 0) - voiced) / perFrame, ((track.hiss[frame] ?? 0) - hiss) / perFrame];
    for (let index = 0; index < perFrame; index += 1) {
      voiced += voicedStep;
      hiss += hissStep;
      phase += step;
      if (phase >= 1) phase -= 1;
      const air = random.next() * 2 - 1;
      const pulse = GLOTTAL_PULSE[(phase * GLOTTAL_PULSE.length) | 0] ?? 0;
      const tone = mouth[2].pass(mouth[1].pass(mouth[0].pass(voiced * (pulse + air * voice.breath))));
      const sample = tone * 0.9 + teeth.pass(air * hiss) * 0.8;
      samples[frame * perFrame + index] = voice.level * (sample / (1 + Math.abs(sample) * 0.6));
    }
  }
  return samples;
}
