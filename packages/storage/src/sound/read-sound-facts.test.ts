import { createReadStream, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { NotFound } from '@ringfence/domain';
import { temporaryStorage } from '../folder/storage.fixture.ts';
import { KEY } from '../storage-suite.fixture.ts';
import { sharedData, WITHOUT_SHARED_DATA } from '../shared-data.fixture.ts';
import { readSoundFacts, type SoundFacts } from './read-sound-facts.ts';
import { flac, mp3, wave } from './sounds.fixture.ts';

async function factsOf(sound: Buffer | Readable): Promise<SoundFacts> {
  const { storage } = await temporaryStorage();
  await storage.put(KEY, Buffer.isBuffer(sound) ? Readable.from([sound]) : sound, { maxBytes: 10_000_000 });
  return readSoundFacts(storage, KEY);
}

describe('what a stored sound is', () => {
  test.each([
    ['16-bit', wave({ seconds: 2.5 }), 1, 2500],
    ['two channels', wave({ seconds: 1, channels: 2 }), 2, 1000],
    ['µ-law', wave({ seconds: 3, format: 7, bits: 8 }), 1, 3000],
    ['A-law', wave({ seconds: 3, format: 6, bits: 8 }), 1, 3000],
    ['streamed, its length left at 0', wave({ seconds: 1, dataBytes: 0 }), 1, 1000],
    ['streamed, its length left at 4 GiB', wave({ seconds: 1, dataBytes: 0xffffffff }), 1, 1000],
  ])('a WAV, %s', async (_, sound, channels, durationMs) => {
    expect(await factsOf(sound)).toEqual({ contentType: 'audio/wav', channels, durationMs, isPlayable: true });
  });

  test('an MP3', async () => {
    const facts = await factsOf(mp3(100));
    expect(facts).toMatchObject({ contentType: 'audio/mpeg', channels: 2, isPlayable: true });
    expect(facts.durationMs).toBeGreaterThan(2500);
    expect(facts.durationMs).toBeLessThan(2700);
  });

  test('a FLAC', async () => {
    expect(await factsOf(flac(20_000))).toEqual({ contentType: 'audio/flac', channels: 1, durationMs: 2500, isPlayable: true });
  });

  test('a WAV of GSM, or of whatever else browsers do not play, is kept and said to be so', async () => {
    expect(await factsOf(wave({ seconds: 2, format: 0x31 }))).toEqual({
      contentType: 'audio/wav',
      channels: 1,
      durationMs: 2000,
      isPlayable: false,
    });
  });

  test('real telephone prompts have the length that their size says', async ({ skip }) => {
    const folder = sharedData('sound/prompts');
    if (!folder) return skip(WITHOUT_SHARED_DATA);
    for (const name of readdirSync(folder)) {
      const sound = await buffer(createReadStream(join(folder, name)));
      const facts = await factsOf(sound);
      expect(facts).toMatchObject({ contentType: 'audio/wav', channels: 1 });
      expect(Math.abs(facts.durationMs - (sound.length - 44) / 16)).toBeLessThan(50);
    }
  });
});

describe('ATK-095: what is refused, whatever it is called', () => {
  test.each([
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a picture that can run', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['a document', Buffer.from('{"error":"no such recording"}')],
    ['nothing', Buffer.alloc(0)],
    ['one byte', Buffer.from('R')],
    ['a WAV without sound', wave({ seconds: 0 })],
    ['a WAV of no channel', wave({ channels: 1, format: 1, sampleRate: 0 })],
    ['a WAV that ends in its header', wave({}).subarray(0, 30)],
    ['one MP3 header before something else', Buffer.concat([mp3(1).subarray(0, 4), Buffer.from('<html>'.repeat(300))])],
    ['an ID3 tag before a page', Buffer.concat([Buffer.from('ID3\x04\0\0\0\0\0\0'), Buffer.from('<html>'.repeat(300))])],
    ['an MP4 that is a film', Buffer.concat([Buffer.from('\0\0\0\x18ftypqt  '), Buffer.alloc(100)])],
    ['an MP4 that breaks off', Buffer.concat([Buffer.from('\0\0\0\x18ftypM4A '), Buffer.alloc(100)])],
    [
      'an Ogg that is only its first page, of another codec',
      Buffer.concat([Buffer.from('OggS'), Buffer.alloc(23), Buffer.from('Speex   '), Buffer.alloc(100)]),
    ],
    ['a Matroska film', Buffer.from('1a45dfa3934282886d6174726f736b61', 'hex')],
    ['random bytes', Buffer.from('d0a1b2c3d4e5f60718293a4b', 'hex')],
  ])('%s', async (_, sound) => {
    await expect(factsOf(sound)).rejects.toMatchObject({ name: 'PermanentFailure', reason: 'type-refused' });
  });

  test('GSM and G.722, raw from a telephone exchange', async ({ skip }) => {
    const folder = sharedData('sound/other-formats');
    if (!folder) return skip(WITHOUT_SHARED_DATA);
    expect(readdirSync(folder)).toHaveLength(2);
    for (const name of readdirSync(folder)) {
      await expect(factsOf(createReadStream(join(folder, name)))).rejects.toMatchObject({ reason: 'type-refused' });
    }
  });

  test("what isn't there is not found, not refused", async () => {
    const { storage } = await temporaryStorage();
    await expect(readSoundFacts(storage, KEY)).rejects.toThrow(NotFound);
  });
});
