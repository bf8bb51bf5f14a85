import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { isFailure, NotFound } from '@ringfence/domain';
import { openStorage } from '../open-storage.ts';
import { KEY, keysIn, ORG, RIVAL, soundAt, storageSuite } from '../storage-suite.fixture.ts';
import type { Storage } from '../storage.ts';
import { createS3Storage } from './create-s3-storage.ts';
import { parseAddress } from './parse-address.ts';
import { s3Server, type TestBucket } from './s3-server.fixture.ts';

const LIMITS = { maxBytes: 1e9 };
let bucket: TestBucket;
let storage: Storage;
/** The same bucket, past every fault. */
let direct: Storage;

beforeAll(async () => {
  bucket = await s3Server();
  direct = openStorage(bucket.directUrl);
});
beforeEach(async () => {
  bucket.clear();
  // Of its own, since a client that met much trouble gives up sooner.
  storage = openStorage(bucket.storageUrl);
  await empty();
});
afterAll(() => bucket.close());

async function empty(): Promise<void> {
  for (const owner of [ORG, RIVAL]) for (const key of await keysIn(direct, `org/${owner}`)) await direct.remove(key);
}

storageSuite('a bucket', async () => storage);

function put(sound: string | Buffer): Promise<unknown> {
  return storage.put(KEY, Readable.from([Buffer.from(sound)]), LIMITS);
}

describe('a bucket that', () => {
  test.each([
    ['is down', { kind: 'hang-up' }, /^The storage cannot be reached \(/],
    ['says nothing', { kind: 'silence' }, /^The storage cannot be reached \(TimeoutError\)/],
    ['has too much to do', answer(503, 'SlowDown'), 'The storage cannot be reached (SlowDown).'],
    ['is full', answer(507, 'InsufficientStorage'), 'The storage is full (InsufficientStorage).'],
    ['has used up its quota', answer(403, 'QuotaExceeded'), 'The storage is full (QuotaExceeded).'],
    ['lets us in no more', answer(403, 'AccessDenied'), 'The storage refuses us (AccessDenied).'],
  ] as const)('%s makes work wait and says why; what was there is there afterwards', { timeout: 60_000 }, async (_, fault, message) => {
    await put('before');
    storage = createS3Storage(parseAddress(bucket.storageUrl), fault.kind === 'silence' ? { silentMs: 1500 } : {});
    bucket.fault = () => fault;
    const attempts = [put('after'), storage.open(KEY), storage.size(KEY), storage.remove(KEY), keysIn(storage, `org/${ORG}`)];
    for (const attempt of await Promise.allSettled(attempts)) {
      const { reason } = attempt as PromiseRejectedResult;
      expect(isFailure(reason)).toBe(true);
      expect(reason).toMatchObject({ kind: 'unavailable' });
    }
    await expect(put('after')).rejects.toThrow(message);
    bucket.clear();
    expect(await soundAt(storage, KEY)).toBe('before');
    await put('after');
    expect(await soundAt(storage, KEY)).toBe('after');
  });

  test('stumbles once is asked again, and nobody notices', async () => {
    let stumbles = 0;
    bucket.fault = () => (stumbles++ === 0 ? answer(503, 'SlowDown') : null);
    await put('sound');
    expect(await soundAt(storage, KEY)).toBe('sound');
  });

  test("isn't there refuses, and never looks like an object that isn't", async () => {
    const nowhere = openStorage(bucket.directUrl.replace('s3://sound/', 's3://silence/'));
    await expect(nowhere.size(KEY)).rejects.toThrow('The storage refuses us (NoSuchBucket).');
    await expect(nowhere.open(KEY)).rejects.toThrow('The storage refuses us (NoSuchBucket).');
    expect(await storage.size(KEY)).toBeNull();
  });

  test('forgets an object says that it is not there', async () => {
    await put('sound');
    await direct.remove(KEY);
    expect(await storage.size(KEY)).toBeNull();
    await expect(storage.open(KEY)).rejects.toThrow(NotFound);
  });

  test('keeps other bytes than it was given is found out, and they are removed', async () => {
    bucket.fault = ({ method }) => (method === 'HEAD' ? { kind: 'add', headers: { 'content-length': '4' } } : null);
    await expect(put('sound')).rejects.toThrow('The storage does not hold what it was given (other bytes).');
    bucket.clear();
    expect(await storage.size(KEY)).toBeNull();
    bucket.fault = ({ method }) => (method === 'HEAD' ? checksum(crc32('round')) : null);
    await expect(put('sound')).rejects.toThrow('The storage does not hold what it was given (other bytes).');
    expect(await direct.size(KEY)).toBeNull();
  });

  test('keeps a checksum of the whole is believed, others are read back', async () => {
    await put('sound');
    expect(bucket.asked.filter((asked) => asked.startsWith('GET'))).toHaveLength(1);
    bucket.clear();
    bucket.fault = ({ method }) => (method === 'HEAD' ? checksum(crc32('sound')) : null);
    await put('sound');
    expect(bucket.asked.filter((asked) => asked.startsWith('GET'))).toEqual([]);
  });
});

describe('ATK-089 an upload whose answer was lost', () => {
  test.each([
    ['one part', 1000],
    ['several parts', 11 * 1024 ** 2],
  ])('counts when the whole lies there: %s', { timeout: 60_000 }, async (_, sizeBytes) => {
    const sound = randomBytes(sizeBytes);
    bucket.fault = ({ method, query }) =>
      (method === 'PUT' && !query.includes('partNumber')) || isCompletion({ method, query }) ? { kind: 'lose-answer' } : null;
    expect(await put(sound)).toEqual({ sizeBytes, sha256: createHash('sha256').update(sound).digest('hex') });
    expect((await buffer(await direct.open(KEY))).equals(sound)).toBe(true);
  });

  test("doesn't count when nothing lies there", { timeout: 60_000 }, async () => {
    bucket.fault = ({ method }) => (method === 'PUT' ? { kind: 'hang-up' } : null);
    await expect(put('sound')).rejects.toThrow('The storage cannot be reached');
    expect(await direct.size(KEY)).toBeNull();
  });
});

describe('reading', () => {
  test('goes on where the connection broke, and gives every byte once', async () => {
    const sound = randomBytes(300_000);
    await put(sound);
    bucket.fault = ({ method }) => (method === 'GET' ? { kind: 'break-off', afterBytes: 70_000 } : null);
    expect((await buffer(await storage.open(KEY))).equals(sound)).toBe(true);
    expect((await buffer(await storage.open(KEY, { start: 10, end: 250_000 }))).equals(sound.subarray(10, 250_001))).toBe(true);
  });

  test('ends as a failure where the bucket stays away', { timeout: 60_000 }, async () => {
    await put(randomBytes(300_000));
    bucket.fault = ({ method }) => (method === 'GET' ? { kind: 'break-off', afterBytes: 1000 } : null);
    const stream = await storage.open(KEY);
    bucket.fault = () => ({ kind: 'hang-up' });
    await expect(buffer(stream)).rejects.toThrow('The storage cannot be reached');
  });
});

describe('uploads of many parts', () => {
  test('that break are given up at the server too', async () => {
    bucket.fault = ({ method, query }) =>
      method === 'DELETE' && query.includes('uploadId') ? { kind: 'answer', status: 204, body: '' } : null;
    const broken = Readable.from(
      (function* () {
        yield Buffer.alloc(11 * 1024 ** 2);
        throw new Error('broken on the way');
      })(),
    );
    await expect(storage.put(KEY, broken, LIMITS)).rejects.toThrow('broken on the way');
    expect(bucket.asked.filter((asked) => asked.startsWith('DELETE') && asked.includes('uploadId'))).toHaveLength(1);
  });

  test("that a killed process left behind are ended, the young ones and other organisations' stay", async () => {
    bucket.fault = ({ method, query }) => {
      if (method === 'DELETE') return { kind: 'answer', status: 204, body: '' };
      return query.includes('uploads') ? { kind: 'answer', status: 200, body: uploads() } : null;
    };
    expect(await storage.removeUnfinished(`org/${ORG}`, new Date('2026-11-24T00:00:00Z'))).toBe(1);
    expect(bucket.asked.find((asked) => asked.startsWith('GET'))).toContain(`prefix=${encodeURIComponent(`customer/one/org/${ORG}/`)}`);
    expect(bucket.asked.filter((asked) => asked.startsWith('DELETE'))).toEqual([expect.stringContaining('uploadId=old')]);
  });

  test('are nobody’s trouble at a server that keeps no list of them', async () => {
    expect(await storage.removeUnfinished(`org/${ORG}`, new Date())).toBe(0);
  });
});

test('keys stand behind the prefix, so that several installations share a bucket', async () => {
  await put('mine');
  const other = openStorage(bucket.directUrl.replace('customer/one', 'customer/two'));
  expect(await other.size(KEY)).toBeNull();
  expect(await keysIn(other, `org/${ORG}`)).toEqual([]);
});

test('more objects than one answer lists are listed all', async () => {
  const pages = [
    ['1', '2'],
    ['3', '4'],
  ];
  bucket.fault = ({ query }) => {
    const isSecond = query.includes('continuation-token=next');
    return { kind: 'answer', status: 200, body: listing(pages[isSecond ? 1 : 0] ?? [], isSecond ? '' : 'next') };
  };
  expect(await keysIn(storage, `org/${ORG}`)).toEqual(['1', '2', '3', '4'].map((name) => `org/${ORG}/${name}`));
});

function listing(names: readonly string[], next: string): string {
  const object = (name: string) =>
    `<Contents><Key>customer/one/org/${ORG}/${name}</Key><Size>1</Size><LastModified>2026-11-23T00:00:00Z</LastModified></Contents>`;
  const more = `<IsTruncated>${next !== ''}</IsTruncated><NextContinuationToken>${next}</NextContinuationToken>`;
  return `<?xml version="1.0"?><ListBucketResult>${more}${names.map(object).join('')}</ListBucketResult>`;
}

function answer(status: number, code: string) {
  return { kind: 'answer', status, body: `<?xml version="1.0"?><Error><Code>${code}</Code><Message>No.</Message></Error>` } as const;
}

function checksum(crc: number) {
  const value = Buffer.alloc(4);
  value.writeUInt32BE(crc);
  return { kind: 'add', headers: { 'x-amz-checksum-crc32': value.toString('base64'), 'x-amz-checksum-type': 'FULL_OBJECT' } } as const;
}

function isCompletion({ method, query }: { method: string; query: string }): boolean {
  return method === 'POST' && query.includes('uploadId');
}

function uploads(): string {
  const upload = (id: string, begun: string) =>
    `<Upload><Key>customer/one/${KEY}</Key><UploadId>${id}</UploadId><Initiated>${begun}</Initiated></Upload>`;
  return `<?xml version="1.0"?><ListMultipartUploadsResult><IsTruncated>false</IsTruncated>${upload('old', '2026-11-23T00:00:00Z')}${upload('young', '2026-11-24T10:00:00Z')}</ListMultipartUploadsResult>`;
}
