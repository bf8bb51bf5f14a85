import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { InvalidInput, NotFound } from '@ringfence/domain';
import { PermanentFailure } from '@ringfence/domain/recordings';
import { createFolderStorage } from './create-folder-storage.ts';
import { KEY, ORG, temporaryStorage } from './storage.fixture.ts';

const LIMITS = { maxBytes: 1000 };

describe('sound in a folder', () => {
  test('comes out as it went in, whole or in part, with its size and checksum', async () => {
    const { storage } = await temporaryStorage();
    const stored = await storage.put(KEY, Readable.from([Buffer.from('hello '), Buffer.from('world')]), LIMITS);
    expect(stored).toEqual({ sizeBytes: 11, sha256: createHash('sha256').update('hello world').digest('hex') });
    expect(await storage.size(KEY)).toBe(11);
    expect((await buffer(await storage.open(KEY))).toString()).toBe('hello world');
    expect((await buffer(await storage.open(KEY, { start: 6, end: 8 }))).toString()).toBe('wor');
    expect((await buffer(await storage.open(KEY, { start: 6, end: 999 }))).toString()).toBe('world');
  });

  test('is readable for its owner alone', async () => {
    const { storage, root } = await temporaryStorage();
    await storage.put(KEY, Readable.from(['x']), LIMITS);
    expect((await stat(join(root, KEY))).mode & 0o777).toBe(0o600);
    for (let folder = dirname(join(root, KEY)); folder.startsWith(root); folder = dirname(folder)) {
      expect((await stat(folder)).mode & 0o777).toBe(0o700);
    }
  });

  test('can be put again and removed twice', async () => {
    const { storage } = await temporaryStorage();
    await storage.put(KEY, Readable.from(['first']), LIMITS);
    await storage.put(KEY, Readable.from(['second']), LIMITS);
    expect((await buffer(await storage.open(KEY))).toString()).toBe('second');
    await storage.remove(KEY);
    await storage.remove(KEY);
    expect(await storage.size(KEY)).toBeNull();
    await expect(storage.open(KEY)).rejects.toThrow(NotFound);
  });

  test('ATK-099: a stream that breaks or never ends leaves nothing behind', async () => {
    const { storage, root } = await temporaryStorage();
    const endless = Readable.from(
      (function* () {
        for (;;) yield Buffer.alloc(400);
      })(),
    );
    await expect(storage.put(KEY, endless, LIMITS)).rejects.toMatchObject({ reason: 'too-large' });
    expect(endless.destroyed).toBe(true);
    const broken = Readable.from(
      (function* () {
        yield Buffer.from('half');
        throw new PermanentFailure('gone', 'broken on the way');
      })(),
    );
    await expect(storage.put(KEY, broken, LIMITS)).rejects.toThrow('broken on the way');
    expect(await storage.size(KEY)).toBeNull();
    expect(await readdir(join(root, '.incoming'))).toEqual([]);
    expect(await readdir(dirname(join(root, KEY)))).toEqual([]);
  });

  test('a failed replacement keeps what was there', async () => {
    const { storage } = await temporaryStorage();
    await storage.put(KEY, Readable.from(['kept']), LIMITS);
    await expect(storage.put(KEY, Readable.from([Buffer.alloc(2000)]), LIMITS)).rejects.toThrow(PermanentFailure);
    expect((await buffer(await storage.open(KEY))).toString()).toBe('kept');
  });

  test('ten at once under one key end as one of them, whole', async () => {
    const { storage } = await temporaryStorage();
    const sounds = Array.from({ length: 10 }, (_, index) => String(index).repeat(100));
    await Promise.all(sounds.map((sound) => storage.put(KEY, Readable.from([sound.slice(0, 50), sound.slice(50)]), LIMITS)));
    expect(sounds).toContain((await buffer(await storage.open(KEY))).toString());
  });

  test('what a killed process had begun is cleared at the next start, what is young stays', async () => {
    const { root } = await temporaryStorage();
    await mkdir(join(root, '.incoming'), { recursive: true });
    await writeFile(join(root, '.incoming', 'old'), 'x');
    await utimes(join(root, '.incoming', 'old'), 0, 0);
    await writeFile(join(root, '.incoming', 'young'), 'x');
    await createFolderStorage(root).size(KEY);
    expect(await readdir(join(root, '.incoming'))).toEqual(['young']);
  });

  test.each([
    { start: 3, end: 1 },
    { start: -1, end: 1 },
    { start: 0.5, end: 1 },
    { start: 0, end: Number.NaN },
  ])('refuses the range %j', async (range) => {
    const { storage } = await temporaryStorage();
    await storage.put(KEY, Readable.from(['hello']), LIMITS);
    await expect(storage.open(KEY, range)).rejects.toThrow(InvalidInput);
  });
});

describe('ATK-092: keys that nobody here would build', () => {
  test.each([
    '',
    'x',
    `org/${ORG}`,
    `org/${ORG}/`,
    `/org/${ORG}/x`,
    `org/${ORG}/../x`,
    `org/${ORG}/a/../../x`,
    `org/${ORG}/./x`,
    `org/${ORG}//x`,
    `org/${ORG}/%2e%2e%2fx`,
    `org/${ORG}/..\\x`,
    `org/${ORG}/x\0.wav`,
    `org/${ORG}/.hidden`,
    `org/${ORG}/．．/x`,
    `org/${ORG}/X`,
    `org/${ORG}/x\n`,
    'org/not-a-uuid/x',
    `org/${ORG.toUpperCase()}/x`,
    `.incoming/${ORG}`,
    `org/${ORG}/${'x'.repeat(200)}`,
    `file:///etc/passwd`,
    '/etc/passwd',
  ])('%j is refused by every door', async (key) => {
    const { storage } = await temporaryStorage();
    await expect(storage.put(key, Readable.from(['x']), LIMITS)).rejects.toThrow(InvalidInput);
    await expect(storage.open(key)).rejects.toThrow(InvalidInput);
    await expect(storage.size(key)).rejects.toThrow(InvalidInput);
    await expect(storage.remove(key)).rejects.toThrow(InvalidInput);
  });

  test('a link below the root leads nowhere, as a folder or as a file', async () => {
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
    await storage.put(`org/${ORG}/recordings/linked`, Readable.from(['mine']), LIMITS);
    expect(await readdir(outside)).toEqual(['secret']);
    expect(await readFile(join(outside, 'secret'), 'utf8')).toBe('secret');
  });
});
