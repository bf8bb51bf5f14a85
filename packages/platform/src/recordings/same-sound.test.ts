import { buffer } from 'node:stream/consumers';
import { silentWave } from '@ringfence/testing/recordings';
import { seedOrganization } from '@ringfence/testing/organizations';
import { afterAll, expect, test } from 'vitest';
import { objectKey } from './object-key.ts';
import { openPipeline } from './pipeline.fixture.ts';

const pipeline = await openPipeline();
afterAll(() => pipeline.close());

const sound = () => silentWave(1000);

test('ATK-098 the same sound of two organisations is two objects: neither tells of the other, and neither ends with it', async () => {
  const told: { answer: unknown; asked: string[]; sha256: string | null; key: string }[] = [];
  for (const name of ['Acme', 'Rival']) {
    const seeded = await seedOrganization(pipeline.tenancies, name);
    const asked: string[] = [];
    const hear = (verb: string, key: string) =>
      asked.push(`${verb} ${key.replace(seeded.orgId, 'its').replace(seeded.recordingId, 'own')}`);
    const { put, size, remove } = pipeline.storage;
    const answer = await pipeline.fetch(seeded, sound, {
      storage: {
        put: (key, ...rest) => (hear('put', key), put(key, ...rest)),
        size: (key) => (hear('size', key), size(key)),
        remove: (key) => (hear('remove', key), remove(key)),
      },
    });
    const { sha256, leaseNumber: number } = await pipeline.rowOf(seeded);
    told.push({ answer, asked, sha256, key: objectKey(seeded.orgId, { recordingId: seeded.recordingId, number }) });
  }
  const [first, second] = told;
  if (!first || !second) throw new Error('two organisations were to store a sound');
  expect(first.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect({ ...second, key: null }, 'the second learns nothing of the first').toEqual({ ...first, key: null });
  expect(first.asked.some((step) => step.startsWith('put org/its/recordings/own-'))).toBe(true);

  await pipeline.storage.remove(first.key);
  expect(await buffer(await pipeline.storage.open(second.key))).toEqual(sound());
});
