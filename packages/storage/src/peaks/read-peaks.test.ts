import { Readable } from 'node:stream';
import { MOST_PEAKS, type Peaks } from '@ringfence/domain/recordings';
import { describe, expect, test } from 'vitest';
import { temporaryStorage } from '../folder/storage.fixture.ts';
import { KEY } from '../storage-suite.fixture.ts';
import { readSoundFacts } from '../sound/read-sound-facts.ts';
import { flac, mp3, wave } from '../sound/sounds.fixture.ts';
import { readPeaks } from './read-peaks.ts';

const HEADER = 44;

async function peaksOf(sound: Buffer): Promise<Peaks | null> {
  const { storage } = await temporaryStorage();
  await storage.put(KEY, Readable.from([sound]), { maxBytes: 100_000_000 });
  return readPeaks(storage, KEY, await readSoundFacts(storage, KEY));
}

const levelsOf = async (sound: Buffer) => (await peaksOf(sound))?.channels.map((levels) => [...levels]);

describe('how loud a sound is', () => {
  test('each bucket has its loudest moment, each channel its own', async () => {
    const sound = wave({ seconds: 0.03, channels: 2 });
    const frame = (number: number) => HEADER + 4 * number;
    sound.writeInt16LE(-16_384, frame(5));
    sound.writeInt16LE(8_192, frame(6));
    sound.writeInt16LE(32_767, frame(239) + 2);
    expect(await peaksOf(sound)).toEqual({ bucketMs: 10, channels: [Uint8Array.of(128, 0, 0), Uint8Array.of(0, 0, 255)] });
  });

  test.each([
    ['8 bits', { bits: 8 }, (at: Buffer) => at.fill(128).writeUInt8(255, 0), 255],
    ['16 bits', { bits: 16 }, (at: Buffer) => at.writeInt16LE(-32_768, 0), 255],
    ['24 bits', { bits: 24 }, (at: Buffer) => at.writeIntLE(4_194_304, 0, 3), 128],
    ['32 bits', { bits: 32 }, (at: Buffer) => at.writeInt32LE(-1_073_741_824, 0), 128],
    ['floating point', { bits: 32, format: 3 }, (at: Buffer) => at.writeFloatLE(-0.5, 0), 128],
    ['floating point beyond full', { bits: 64, format: 3 }, (at: Buffer) => at.writeDoubleLE(3, 0), 255],
    ['floating point that is no number', { bits: 32, format: 3 }, (at: Buffer) => at.writeFloatLE(Number.NaN, 0), 0],
    ['µ-law', { bits: 8, format: 7 }, (at: Buffer) => at.fill(0xff).writeUInt8(0x80, 0), 255],
    ['A-law', { bits: 8, format: 6 }, (at: Buffer) => at.fill(0xd5).writeUInt8(0xaa, 0), 251],
  ])('is read of a WAV of %s', async (_, form, speak, level) => {
    const sound = wave({ seconds: 0.02, ...form });
    speak(sound.subarray(HEADER));
    expect(await levelsOf(sound)).toEqual([[level, 0]]);
  });

  test('is read of an MP3', async () => {
    const peaks = await peaksOf(mp3(100));
    expect(peaks).toMatchObject({ bucketMs: 10 });
    expect(peaks?.channels).toHaveLength(2);
    expect(Math.abs((peaks?.channels[0]?.length ?? 0) - 261)).toBeLessThan(10);
  });
});

describe('what is drawn is bounded', () => {
  test('a long sound has as many levels as a short one at most, and its end is in the last', async () => {
    const sound = wave({ seconds: 1_200, format: 7, bits: 8 }).fill(0xff, HEADER);
    sound.writeUInt8(0x80, sound.length - 1);
    const peaks = await peaksOf(sound);
    expect(peaks?.bucketMs).toBe(600);
    expect(peaks?.channels[0]).toHaveLength(MOST_PEAKS);
    expect(peaks?.channels[0]?.at(-1)).toBe(255);
  });

  test('a WAV that breaks off in the middle of a sample is drawn as far as it goes', async () => {
    expect(await levelsOf(wave({ seconds: 0.02, channels: 2 }).subarray(0, -1))).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });

  test.each([
    ['a FLAC', flac(20_000)],
    ['a WAV of GSM', wave({ format: 0x31 })],
    ['a WAV of samples of an odd size', wave({ bits: 40 })],
  ])('%s is kept without being drawn', async (_, sound) => {
    expect(await peaksOf(sound)).toBeNull();
  });
});
