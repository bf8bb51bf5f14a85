import { buffer } from 'node:stream/consumers';
import { NotFound } from '@ringfence/domain';
import { PermanentFailure } from '@ringfence/domain/recordings';
import { parseStream } from 'music-metadata';
import type { Storage } from '../storage.ts';
import { readWaveFacts } from './read-wave-facts.ts';
import { type SniffedSound, sniffSound, type SoundType } from './sniff-sound.ts';

const HEAD_BYTES = 65_536;
const LONGEST_MS = 2_147_483_647;

export interface SoundFacts {
  readonly durationMs: number;
  readonly channels: number;
  /** By the bytes, never by what a provider called it. */
  readonly contentType: SoundType;
  /** Whether browsers play it. What they don't is kept all the same, to be fetched and opened elsewhere. */
  readonly isPlayable: boolean;
}

type Measured = Omit<SoundFacts, 'contentType'>;

/**
 * Measures a stored sound.
 * @throws PermanentFailure (type-refused) for whatever is no sound of a kind that is kept; NotFound if there is no such object.
 */
export async function readSoundFacts(storage: Storage, key: string): Promise<SoundFacts> {
  const sizeBytes = await storage.size(key);
  if (sizeBytes === null) throw new NotFound('sound');
  const head = sizeBytes < 4 ? null : await buffer(await storage.open(key, { start: 0, end: HEAD_BYTES - 1 }));
  const sniffed = head && sniffSound(head);
  if (!head || !sniffed) throw refusal("isn't of a kind that can be kept");
  const { contentType } = sniffed;
  const measured = contentType === 'audio/wav' ? readWaveFacts(head, sizeBytes) : await measure(storage, key, { ...sniffed, sizeBytes });
  if (!measured) throw refusal("can't be read");
  const { durationMs, channels, isPlayable } = measured;
  if (durationMs <= 0 || durationMs > LONGEST_MS || channels < 1 || channels > 8) throw refusal('has no length that makes sense');
  return { durationMs, channels, contentType, isPlayable };
}

async function measure(
  storage: Storage,
  key: string,
  { contentType, isPlayable, sizeBytes }: SniffedSound & { sizeBytes: number },
): Promise<Measured | null> {
  const stream = await storage.open(key);
  try {
    const { format } = await parseStream(stream, { mimeType: contentType, size: sizeBytes }, { duration: true, skipCovers: true });
    if (format.hasAudio === false || format.duration === undefined || !Number.isFinite(format.duration)) return null;
    return { isPlayable, durationMs: Math.round(format.duration * 1000), channels: format.numberOfChannels ?? 1 };
  } catch (error) {
    if (stream.errored) throw error;
    // It couldn't be parsed. What the parser says of a hostile file helps nobody, and may repeat parts of it.
    return null;
  } finally {
    stream.destroy();
  }
}

function refusal(what: string): PermanentFailure {
  return new PermanentFailure('type-refused', `The recording ${what}.`);
}
