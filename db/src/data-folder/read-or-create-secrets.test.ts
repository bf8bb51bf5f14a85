import { mkdtemp, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ConfigurationFailure } from '../configuration/configuration-failure.ts';
import { readOrCreateSecrets } from './read-or-create-secrets.ts';

function newFolder(): Promise<string> {
  return mkdtemp(path.join(tmpdir(), 'ringfence-secrets-'));
}

test('secrets are made once, however many ask at the same time, and only their owner can read them', async () => {
  const folder = await newFolder();
  const [first, ...others] = await Promise.all(Array.from({ length: 5 }, () => readOrCreateSecrets(folder)));
  for (const other of others) expect(other).toEqual(first);
  expect(await readOrCreateSecrets(folder)).toEqual(first);
  expect(first?.secretKey).toHaveLength(32);
  expect((await stat(path.join(folder, 'secrets.json'))).mode & 0o777).toBe(0o600);
});

test.each(['', '{}', '{"secretKey": "x"}', 'null'])('damaged secrets (%j) are said to be damaged, and never made anew', async (text) => {
  const folder = await newFolder();
  await writeFile(path.join(folder, 'secrets.json'), text);
  await expect(readOrCreateSecrets(folder)).rejects.toThrow(ConfigurationFailure);
});
