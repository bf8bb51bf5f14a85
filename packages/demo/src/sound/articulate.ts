import type { Random } from '../random/random.ts';
import type { Beat } from '../speech/beat.ts';
import { beatsOf } from '../speech/beats-of.ts';
import type { Voice } from '../speech/voice.ts';
import { type Articulation, FRAME_MS } from './articulation.ts';
import { FORMANTS, HUM } from './formants.ts';
import { smooth } from './smooth.ts';

const NEUTRAL = FORMANTS.e;
const ONSET_SHARE = { none: 0, stop: 0.28, hiss: 0.34, hum: 0.26 } as const;
const CODA_SHARE = 0.22;
/** A phrase begins louder than it ends. */
const FULL_BREATH = 1.1;
const EMPTY_BREATH = 0.7;

type Syllable = Extract<Beat, { kind: 'syllable' }>;

interface Place {
  readonly start: number;
  readonly end: number;
  readonly loudness: number;
  readonly isLast: boolean;
}

/** Turns a sentence into movements that fill exactly `durationMs`. A question's melody rises at its end. */
export function articulate(text: string, durationMs: number, voice: Voice, random: Random): Articulation {
  const beats = beatsOf(text);
  const frames = Math.max(1, Math.round(durationMs / FRAME_MS));
  const track = silence(frames, voice);
  const framesPerLength =
    frames /
    Math.max(
      1,
      beats.reduce((total, beat) => total + beat.length, 0),
    );
  let position = 0;
  let breath = FULL_BREATH;
  beats.forEach((beat, index) => {
    const start = Math.round(position);
    position += beat.length * framesPerLength;
    breath = beat.kind === 'rest' && beat.length >= 1 ? FULL_BREATH : Math.max(EMPTY_BREATH, breath * 0.97);
    if (beat.kind !== 'syllable') return;
    const loudness = breath * (beat.isStressed ? random.between(0.8, 1) : random.between(0.4, 0.8));
    shape(track, beat, { start, end: Math.min(frames, Math.round(position)), loudness, isLast: beats[index + 1]?.kind === 'rest' });
  });
  sing(track, text, voice, random);
  for (const values of [track.voiced, track.hiss]) smooth(values, 0.55);
  for (const values of [track.pitchHz, ...track.formantsHz]) smooth(values, 0.3);
  return track;
}

function silence(frames: number, voice: Voice): Articulation {
  function formant(hertz: number): Float32Array {
    return new Float32Array(frames).fill(hertz * voice.throat);
  }
  return {
    frames,
    pitchHz: new Float32Array(frames).fill(voice.pitchHz),
    voiced: new Float32Array(frames),
    hiss: new Float32Array(frames),
    formantsHz: [formant(NEUTRAL[0]), formant(NEUTRAL[1]), formant(NEUTRAL[2])],
  };
}

function shape(track: Articulation, beat: Syllable, { start, end, loudness, isLast }: Place): void {
  const span = end - start;
  const onset = Math.round(span * ONSET_SHARE[beat.onset]);
  const coda = beat.endsHissing ? Math.round(span * CODA_SHARE) : 0;
  for (let frame = start; frame < end; frame += 1) {
    const step = frame - start;
    if (step < onset) openWith(track, beat, frame, { loudness, isRelease: step === onset - 1 });
    else if (step >= span - coda) track.hiss[frame] = 0.12 * loudness;
    else {
      const progress = (step - onset) / Math.max(1, span - coda - onset);
      track.voiced[frame] =
        loudness * Math.min(1, 0.55 + progress * 4) * (progress > 0.65 ? 1 - (progress - 0.65) * (isLast ? 2.4 : 1.3) : 1);
      rest(track, FORMANTS[beat.vowel], frame);
    }
  }
}

function openWith(
  track: Articulation,
  beat: Syllable,
  frame: number,
  { loudness, isRelease }: { loudness: number; isRelease: boolean },
): void {
  if (beat.onset === 'hiss') track.hiss[frame] = 0.17 * loudness;
  if (beat.onset === 'stop' && isRelease) track.hiss[frame] = 0.26 * loudness;
  if (beat.onset === 'hum') {
    track.voiced[frame] = 0.38 * loudness;
    rest(track, HUM, frame);
  }
}

/** Moves the tongue, keeping the size of the throat that `silence` put in. */
function rest(track: Articulation, targets: readonly [number, number, number], frame: number): void {
  const throat = (track.formantsHz[2][frame] ?? NEUTRAL[2]) / NEUTRAL[2];
  targets.forEach((hertz, index) => {
    const formant = track.formantsHz[index];
    if (formant) formant[frame] = hertz * throat;
  });
}

function sing(track: Articulation, text: string, voice: Voice, random: Random): void {
  const isQuestion = text.trimEnd().endsWith('?');
  const swing = random.between(0.05, 0.09);
  let drift = 0;
  for (let frame = 0; frame < track.frames; frame += 1) {
    const progress = frame / track.frames;
    drift = drift * 0.92 + random.between(-0.012, 0.012);
    const fall = 1.1 - 0.2 * progress + swing * Math.sin(frame / 11);
    const lift = isQuestion && progress > 0.85 ? (progress - 0.85) * 2 : 0;
    track.pitchHz[frame] = voice.pitchHz * (fall + lift + drift);
  }
}
