import { mkdir, readdir, readFile, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { InvalidInput } from '@ringfence/domain';
import { KEY, keysIn, ORG, RIVAL, soundAt, storageSuite } from '../storage-suite.fixture.ts';
import { createFolderStorage } from './create-folder-storage.ts';
import { temporaryStorage } from './storage.fixture.ts';

const LIMITS = { maxBytes: 1000 };

storageSuite('a folder', async () => (await temporaryStorage()).storage);

test('is readable for its owner alone', async () => {
  const { storage, root } = await temporaryStorage();
  await storage.put(KEY, Readable.from(['x']), LIMITS);
  expect((await stat(join(root, KEY))).mode & 0o777).toBe(0o600);
  for (let folder = dirname(join(root, KEY)); folder.startsWith(root); folder = dirname(folder)) {
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  }
});

test('ATK-099 what broke leaves no file, not even where it grew', async () => {
  const { storage, root } = await temporaryStorage();
  await expect(storage.put(KEY, Readable.from([Buffer.alloc(2000)]), LIMITS)).rejects.toMatchObject({ reason: 'too-large' });
  expect(await readdir(join(root, '.incoming'))).toEqual([]);
  expect(await readdir(dirname(join(root, KEY)))).toEqual([]);
});

test('ten at once under one key end as one of them, whole', async () => {
  const { storage } = await temporaryStorage();
  const sounds = Array.from({ length: 10 }, (_, index) => String(index).repeat(100));
  await Promise.all(sounds.map((sound) => storage.put(KEY, Readable.from([sound.slice(0, 50), sound.slice(50)]), LIMITS)));
  expect(sounds).toContain(await soundAt(storage, KEY));
});

test('ATK-101 what a killed process had begun is cleared at the next start, what is young stays', async () => {
  const { root } = await temporaryStorage();
  await mkdir(join(root, '.incoming'), { recursive: true });
  await writeFile(join(root, '.incoming', 'old'), 'x');
  await utimes(join(root, '.incoming', 'old'), 0, 0);
  await writeFile(join(root, '.incoming', 'young'), 'x');
  await createFolderStorage(root).size(KEY);
  expect(await readdir(join(root, '.incoming'))).toEqual(['young']);
});

test("ATK-101 what one organisation began and never ended is removed, and nobody else's", async () => {
  const { storage, root } = await temporaryStorage();
  await storage.size(KEY);
  const begun = [`${ORG}.old`, `${ORG}.young`, `${RIVAL}.old`];
  for (const name of begun) await writeFile(join(root, '.incoming', name), 'x');
  for (const name of [`${ORG}.old`, `${RIVAL}.old`]) await utimes(join(root, '.incoming', name), 1000, 1000);
  expect(await storage.removeUnfinished(`org/${ORG}`, new Date(2_000_000))).toBe(1);
  expect(await readdir(join(root, '.incoming'))).toEqual([`${RIVAL}.old`, `${ORG}.young`]);
});

test('ATK-092 a link below the root leads nowhere, as a folder or as a file', async () => {
  const { storage, root } = await temporaryStorage();
  await storage.put(KEY, Readable.from(['x']), LIMITS);
  const outside = join(root, '..', 'outside');
  await mkdir(outside);
  await writeFile(join(outside, 'secret'), 'secret');
  await symlink(outside, join(root, 'org', ORG, 'linked'));
  await symlink(join(outside, 'secret'), join(root, 'org', ORG, 'recordings', 'linked'));
  for (const key of [`org/${ORG}/linked/secret`, `org/${ORG}/recordings/linked`]) {
    await expect(storage.open(key)).rejects.toThrow(InvalidInput);
    await expect(storage.size(key)).rejects.toThrow(InvalidInput);
    await expect(storage.remove(key)).rejects.toThrow(InvalidInput);
  }
  await expect(storage.put(`org/${ORG}/linked/new`, Readable.from(['x']), LIMITS)).rejects.toThrow(InvalidInput);
  expect(await keysIn(storage, `org/${ORG}`)).toEqual([KEY]);
  await expect(keysIn(storage, `org/${ORG}/linked`)).rejects.toThrow(InvalidInput);
  await storage.put(`org/${ORG}/recordings/linked`, Readable.from(['mine']), LIMITS);
  expect(await readdir(outside)).toEqual(['secret']);
  expect(await readFile(join(outside, 'secret'), 'utf8')).toBe('secret');
});

test('is listed as a bucket would be: by whole keys, folders among files', async () => {
  const { storage } = await temporaryStorage();
  const keys = ['a-1', 'a/x', 'a1', 'b'].map((name) => `org/${ORG}/recordings/${name}`);
  for (const key of keys.toReversed()) await storage.put(key, Readable.from(['x']), LIMITS);
  expect(await keysIn(storage, `org/${ORG}`)).toEqual(keys);
});
