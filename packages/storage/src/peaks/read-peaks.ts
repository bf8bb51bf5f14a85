import { buffer } from 'node:stream/consumers';
import type { Peaks } from '@ringfence/domain/recordings';
import type { SoundFacts } from '../sound/read-sound-facts.ts';
import { readWaveLayout } from '../sound/read-wave-layout.ts';
import type { Storage } from '../storage.ts';
import { measureMp3 } from './measure-mp3.ts';
import { measureWave } from './measure-wave.ts';
import { waveLevels } from './wave-levels.ts';

const HEAD_BYTES = 65_536;

/** How loud a stored sound is along its length, read once from end to end; null for a form that we don't decode. */
export async function readPeaks(storage: Storage, key: string, facts: SoundFacts): Promise<Peaks | null> {
  if (facts.contentType === 'audio/mpeg') return measureMp3(await storage.open(key), facts);
  if (facts.contentType !== 'audio/wav') return null;
  const head = await buffer(await storage.open(key, { start: 0, end: HEAD_BYTES - 1 }));
  const layout = readWaveLayout(head, (await storage.size(key)) ?? 0);
  const readLevel = layout && waveLevels(layout.codec, layout.blockAlign / layout.channels);
  if (!layout || !readLevel) return null;
  const { start, sizeBytes } = layout;
  const sound = await storage.open(key, { start, end: start + sizeBytes - 1 });
  return measureWave(sound, { ...layout, durationMs: facts.durationMs, readLevel });
}
