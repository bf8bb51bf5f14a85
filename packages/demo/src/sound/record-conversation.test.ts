import { expect, test } from 'vitest';
import { createRandom } from '../random/create-random.ts';
import { placeTurns } from '../speech/place-turns.ts';
import { recordConversation } from './record-conversation.ts';

const HEADER_BYTES = 58;
const VOICES = {
  caller: { pitchHz: 110, throat: 1, syllablesPerSecond: 5, breath: 0.05, level: 0.6 },
  agent: { pitchHz: 200, throat: 1.15, syllablesPerSecond: 5, breath: 0.05, level: 0.6 },
};
const SEGMENTS = placeTurns(
  [
    { speaker: 'agent', text: 'Thank you for calling. This call is recorded. How can I help?' },
    { speaker: 'caller', text: 'Hello, I have an appointment on Thursday, and I need to move it.' },
    { speaker: 'agent', text: 'Of course. Which day would you like?' },
  ],
  VOICES,
  createRandom('test'),
);
const DURATION_MS = (SEGMENTS.at(-1)?.endMs ?? 0) + 800;

/** ITU-T G.711, undone. */
function linear(code: number): number {
  const [sign, exponent, mantissa] = [~code & 0x80, (~code >> 4) & 7, ~code & 15];
  const value = ((mantissa * 2 + 33) << exponent) - 33;
  return sign ? -value : value;
}

function loudness(wave: Buffer, channel: number, fromMs: number, toMs: number): number {
  let sum = 0;
  for (let frame = fromMs * 8; frame < toMs * 8; frame += 1) sum += linear(wave[HEADER_BYTES + frame * 2 + channel] ?? 0xff) ** 2;
  return Math.sqrt(sum / ((toMs - fromMs) * 8));
}

function record(seed: string): Buffer {
  return recordConversation(SEGMENTS, DURATION_MS, VOICES, seed);
}

test('the same seed gives the same sound, another seed another', () => {
  expect(record('a').equals(record('a'))).toBe(true);
  expect(record('a').equals(record('b'))).toBe(false);
});

test('each is heard on their own channel, exactly when the transcript says so', () => {
  const wave = record('turns');
  expect(wave.length).toBe(HEADER_BYTES + Math.round(DURATION_MS * 8) * 2);
  for (const { speaker, startMs, endMs } of SEGMENTS) {
    const [own, other] = speaker === 'caller' ? [0, 1] : [1, 0];
    expect(loudness(wave, own, startMs, endMs)).toBeGreaterThan(250);
    expect(loudness(wave, other, startMs, endMs)).toBeLessThan(15);
  }
  expect(loudness(wave, 1, 0, SEGMENTS[0]?.startMs ?? 0)).toBeLessThan(15);
});

test('it has the pauses of speech, and never reaches the end of the scale', () => {
  const wave = record('pauses');
  const [{ startMs, endMs } = { startMs: 0, endMs: 0 }] = SEGMENTS;
  const windows = Array.from({ length: Math.floor((endMs - startMs) / 20) }, (_, index) =>
    loudness(wave, 1, startMs + index * 20, startMs + index * 20 + 20),
  );
  const quiet = windows.filter((level) => level < 60).length / windows.length;
  expect(quiet).toBeGreaterThan(0.1);
  expect(quiet).toBeLessThan(0.5);
  const loudest = wave.subarray(HEADER_BYTES).reduce((most, code) => Math.max(most, Math.abs(linear(code))), 0);
  expect(loudest).toBeLessThan(7000);
});
