import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { Readable } from 'node:stream';
import { expect, onTestFinished, test } from 'vitest';
import { KEY } from './folder/storage.fixture.ts';
import { openStorage } from './open-storage.ts';

test('a folder is named absolutely or from where one stands', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ringfence storage-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await openStorage(`file:${folder}`).put(KEY, Readable.from(['sound']), { maxBytes: 10 });
  const names = [`file:${folder}`, `file://${folder.replaceAll(' ', '%20')}`, `file:${relative(process.cwd(), folder)}`];
  for (const name of names) expect(await openStorage(name).size(KEY)).toBe(5);
});

test.each(['s3://bucket/prefix?region=eu', 'http://x/y', '/var/lib', '', 'file:', 'file://host/share', 'file:///x?y=1'])(
  'the address %j ends with a line that names the variable',
  (url) => {
    expect(() => openStorage(url)).toThrow(/^STORAGE_URL: /);
  },
);
