import type { Readable } from 'node:stream';
import type { Peaks } from '@ringfence/domain/recordings';
import type { WaveLayout } from '../sound/read-wave-layout.ts';
import { createPeakMeter } from './create-peak-meter.ts';
import type { ReadLevel } from './wave-levels.ts';

/** A WAV whose samples can be read, each by itself. */
export interface ReadableWave extends WaveLayout {
  readonly durationMs: number;
  readonly readLevel: ReadLevel;
}

/** Measures a WAV's sound as it passes, from its first sample on. */
export async function measureWave(sound: Readable, wave: ReadableWave): Promise<Peaks | null> {
  const { blockAlign, channels, readLevel } = wave;
  const sampleBytes = blockAlign / channels;
  const meter = createPeakMeter(wave);
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of sound as AsyncIterable<Buffer>) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const frames = Math.floor(bytes.length / blockAlign);
    meter.take(frames, (frame, channel) => readLevel(bytes, frame * blockAlign + channel * sampleBytes));
    rest = bytes.subarray(frames * blockAlign);
  }
  return meter.read();
}
