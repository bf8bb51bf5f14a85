import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { Readable } from 'node:stream';
import { expect, onTestFinished, test } from 'vitest';
import { KEY } from './storage-suite.fixture.ts';
import { openStorage } from './open-storage.ts';

test('a folder is named absolutely or from where one stands', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ringfence storage-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await openStorage(`file:${folder}`).put(KEY, Readable.from(['sound']), { maxBytes: 10 });
  const names = [`file:${folder}`, `file://${folder.replaceAll(' ', '%20')}`, `file:${relative(process.cwd(), folder)}`];
  for (const name of names) expect(await openStorage(name).size(KEY)).toBe(5);
});

test.each([
  's3://bucket',
  's3://bucket/prefix?region=',
  's3://bucket/prefix?region=eu&region=us',
  's3://bucket/prefix?region=eu&acl=public',
  's3://bucket/../other?region=eu',
  's3://bucket/a b?region=eu',
  's3://Bucket_1/x?region=eu',
  's3://key:secret@bucket/prefix?region=eu',
  's3://bucket/prefix?endpoint=ftp://host',
  's3://bucket/prefix?endpoint=https://key:secret@host',
  's3:',
  'http://x/y',
  '/var/lib',
  '',
  'file:',
  'file://host/share',
  'file:///x?y=1',
])('the address %j ends with a line that names the variable, and repeats no secret', (url) => {
  expect(() => openStorage(url)).toThrow(/^STORAGE_URL: (?!.*secret)/);
});

test.each(['s3://bucket?region=eu-central-1', 's3://bucket/some/prefix/?region=eu-central-1', 's3://bucket/x?endpoint=http://minio:9000'])(
  'the address %j names a bucket',
  (url) => {
    expect(() => openStorage(url)).not.toThrow();
  },
);
