import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { cipheredStorage } from './ciphered-storage.fixture.ts';
import { temporaryStorage } from './folder/storage.fixture.ts';
import { KEY, ORG, RIVAL, soundAt, storageSuite } from './storage-suite.fixture.ts';

storageSuite('a storage with a key for each organisation', async () => cipheredStorage((await temporaryStorage()).storage));

test('beneath it nobody reads a sound, and the same sound of two organisations looks different', async () => {
  const { storage } = await temporaryStorage();
  const theirs = KEY.replace(ORG, RIVAL);
  for (const key of [KEY, theirs]) await cipheredStorage(storage).put(key, Readable.from(['hello world']), { maxBytes: 100 });
  const beneath = [await soundAt(storage, KEY), await soundAt(storage, theirs)];
  expect(new Set([...beneath, 'hello world']).size).toBe(3);
});
