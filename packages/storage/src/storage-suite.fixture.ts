import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { InvalidInput, NotFound } from '@ringfence/domain';
import { PermanentFailure } from '@ringfence/domain/recordings';
import { describe, expect, test } from 'vitest';
import type { ListedObject, Storage } from './storage.ts';

export const ORG = '0198c5a1-7b2c-7def-8123-456789abcdef';
export const RIVAL = '0198c5a1-7b2c-7def-8123-456789abcdee';
export const KEY = `org/${ORG}/recordings/0198c5a1-7b2c-7def-8123-0123456789ab-1`;
const LIMITS = { maxBytes: 1000 };

export async function soundAt(storage: Storage, key: string): Promise<string> {
  return (await buffer(await storage.open(key))).toString();
}

/** The keys below a folder, as they are listed. */
export async function keysIn(storage: Storage, folder: string): Promise<string[]> {
  return (await listed(storage, folder)).map(({ key }) => key);
}

async function listed(storage: Storage, folder: string): Promise<ListedObject[]> {
  const found: ListedObject[] = [];
  for await (const one of storage.list(folder)) found.push(one);
  return found;
}

/** What every storage must do, whatever it is built on. `open` gives an empty one. */
export function storageSuite(name: string, open: () => Promise<Storage>): void {
  describe(`sound in ${name}`, () => {
    test('comes out as it went in, whole or in part, with its size and checksum', async () => {
      const storage = await open();
      const stored = await storage.put(KEY, Readable.from([Buffer.from('hello '), Buffer.from('world')]), LIMITS);
      expect(stored).toEqual({ sizeBytes: 11, sha256: createHash('sha256').update('hello world').digest('hex') });
      expect(await storage.size(KEY)).toBe(11);
      expect(await soundAt(storage, KEY)).toBe('hello world');
      expect((await buffer(await storage.open(KEY, { start: 6, end: 8 }))).toString()).toBe('wor');
      expect((await buffer(await storage.open(KEY, { start: 6, end: 999 }))).toString()).toBe('world');
      expect((await buffer(await storage.open(KEY, { start: 11, end: 12 }))).toString()).toBe('');
    });

    test('of several parts comes out as it went in', async () => {
      const storage = await open();
      const sound = randomBytes(12 * 1024 ** 2 + 7);
      const chunks = Array.from({ length: 200 }, (_, index) => sound.subarray(index * 70_000, (index + 1) * 70_000));
      const stored = await storage.put(KEY, Readable.from(chunks), { maxBytes: sound.length });
      expect(stored).toEqual({ sizeBytes: sound.length, sha256: createHash('sha256').update(sound).digest('hex') });
      expect((await buffer(await storage.open(KEY))).equals(sound)).toBe(true);
      const part = await buffer(await storage.open(KEY, { start: 5_242_879, end: 5_242_882 }));
      expect(part.equals(sound.subarray(5_242_879, 5_242_883))).toBe(true);
    });

    test('may be nothing at all', async () => {
      const storage = await open();
      expect(await storage.put(KEY, Readable.from([]), LIMITS)).toMatchObject({ sizeBytes: 0 });
      expect(await storage.size(KEY)).toBe(0);
      expect(await soundAt(storage, KEY)).toBe('');
    });

    test('can be put again and removed twice', async () => {
      const storage = await open();
      await storage.put(KEY, Readable.from(['first']), LIMITS);
      await storage.put(KEY, Readable.from(['second']), LIMITS);
      expect(await soundAt(storage, KEY)).toBe('second');
      await storage.remove(KEY);
      await storage.remove(KEY);
      expect(await storage.size(KEY)).toBeNull();
      await expect(storage.open(KEY)).rejects.toThrow(NotFound);
    });

    test('ATK-099 a stream that breaks or never ends leaves nothing behind', async () => {
      const storage = await open();
      const endless = Readable.from(
        (function* () {
          for (;;) yield Buffer.alloc(400);
        })(),
      );
      await expect(storage.put(KEY, endless, LIMITS)).rejects.toMatchObject({ name: 'PermanentFailure', reason: 'too-large' });
      expect(endless.destroyed).toBe(true);
      const broken = Readable.from(
        (function* () {
          yield Buffer.from('half');
          throw new PermanentFailure('gone', 'broken on the way');
        })(),
      );
      await expect(storage.put(KEY, broken, LIMITS)).rejects.toThrow('broken on the way');
      expect(await storage.size(KEY)).toBeNull();
      expect(await keysIn(storage, `org/${ORG}`)).toEqual([]);
    });

    test('ATK-099 a stream that breaks between its parts leaves nothing behind', async () => {
      const storage = await open();
      const broken = Readable.from(
        (function* () {
          for (let part = 0; part < 3; part += 1) yield Buffer.alloc(5 * 1024 ** 2);
          throw new PermanentFailure('gone', 'broken on the way');
        })(),
      );
      await expect(storage.put(KEY, broken, { maxBytes: 1e9 })).rejects.toThrow('broken on the way');
      expect(await keysIn(storage, `org/${ORG}`)).toEqual([]);
    });

    test('a failed replacement keeps what was there', async () => {
      const storage = await open();
      await storage.put(KEY, Readable.from(['kept']), LIMITS);
      await expect(storage.put(KEY, Readable.from([Buffer.alloc(2000)]), LIMITS)).rejects.toThrow(PermanentFailure);
      expect(await soundAt(storage, KEY)).toBe('kept');
    });

    test.each([
      { start: 3, end: 1 },
      { start: -1, end: 1 },
      { start: 0.5, end: 1 },
      { start: 0, end: Number.NaN },
    ])('refuses the range %j', async (range) => {
      const storage = await open();
      await storage.put(KEY, Readable.from(['hello']), LIMITS);
      await expect(storage.open(KEY, range)).rejects.toThrow(InvalidInput);
    });
  });

  describe(`what lies in ${name}`, () => {
    test('is listed in the order of its keys, with size and time, folder by folder', async () => {
      const storage = await open();
      const keys = ['exports/2026', 'recordings/a-1', 'recordings/a-10', 'recordings/a-2', 'recordings/aa/x', 'recordings/b-1'];
      for (const key of keys.toReversed()) await storage.put(`org/${ORG}/${key}`, Readable.from([key]), LIMITS);
      const all = await listed(storage, `org/${ORG}`);
      expect(all.map(({ key, sizeBytes }) => [key, sizeBytes])).toEqual(keys.map((key) => [`org/${ORG}/${key}`, key.length]));
      for (const { storedAt } of all) expect(Math.abs(storedAt.getTime() - Date.now())).toBeLessThan(60_000);
      expect(await keysIn(storage, `org/${ORG}/recordings`)).toEqual(keys.slice(1).map((key) => `org/${ORG}/${key}`));
      expect(await keysIn(storage, `org/${ORG}/recordings/aa`)).toEqual([`org/${ORG}/recordings/aa/x`]);
      expect(await keysIn(storage, `org/${ORG}/recordings/a`)).toEqual([]);
      expect(await keysIn(storage, `org/${randomUUID()}`)).toEqual([]);
    });

    test("ATK-100 is never listed together with another organisation's", async () => {
      const storage = await open();
      await storage.put(KEY, Readable.from(['mine']), LIMITS);
      await storage.put(KEY.replace(ORG, RIVAL), Readable.from(['theirs']), LIMITS);
      expect(await keysIn(storage, `org/${ORG}`)).toEqual([KEY]);
      for (const folder of [
        '',
        'org',
        'org/',
        `org/${ORG.slice(0, -1)}`,
        `org/${ORG}/`,
        `org/${ORG}/..`,
        `org/${ORG}/../${RIVAL}`,
        '/',
        '.',
      ]) {
        await expect(keysIn(storage, folder), folder).rejects.toThrow(InvalidInput);
        await expect(storage.removeUnfinished(folder, new Date()), folder).rejects.toThrow(InvalidInput);
      }
    });

    test('ATK-098 the same sound of two organisations is two objects, and the end of one is not the end of the other', async () => {
      const storage = await open();
      const theirs = KEY.replace(ORG, RIVAL);
      const [one, other] = [
        await storage.put(KEY, Readable.from(['the same']), LIMITS),
        await storage.put(theirs, Readable.from(['the same']), LIMITS),
      ];
      expect(one).toEqual(other);
      await storage.put(KEY, Readable.from(['another']), LIMITS);
      expect(await soundAt(storage, theirs)).toBe('the same');
      await storage.remove(KEY);
      expect([await storage.size(KEY), await storage.size(theirs)]).toEqual([null, 8]);
    });
  });

  describe(`ATK-092 keys that nobody here would build, in ${name}`, () => {
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
      const storage = await open();
      await expect(storage.put(key, Readable.from(['x']), LIMITS)).rejects.toThrow(InvalidInput);
      await expect(storage.open(key)).rejects.toThrow(InvalidInput);
      await expect(storage.size(key)).rejects.toThrow(InvalidInput);
      await expect(storage.remove(key)).rejects.toThrow(InvalidInput);
    });
  });
}
