import { afterAll, expect, test } from 'vitest';
import { giveBackForgotten } from './give-back-forgotten.ts';
import { openQueuePool } from './open-queue-pool.ts';
import { probeQueue } from './probe-queue.fixture.ts';
import { recordedLog } from './recorded-log.fixture.ts';

const queue = await probeQueue();
const pool = openQueuePool(queue.workerUrl, 1, recordedLog());
afterAll(async () => {
  await pool.end();
  await queue.close();
});

test('a job that its living worker knows nothing of is given back, and none that it holds, nor another’s, nor one just locked', async () => {
  const lockedBy = { forgotten: 'pool-1', held: 'pool-1', foreign: 'pool-2', fresh: 'pool-1' };
  const ids = new Map<string, string>();
  for (const [name, worker] of Object.entries(lockedBy)) {
    const id = await queue.add({ orgId: queue.acme });
    ids.set(name, id);
    const seconds = name === 'fresh' ? 0 : 60;
    await queue.query(
      `update graphile_worker._private_jobs set attempts = 1, locked_by = $2, locked_at = now() - make_interval(secs => $3) where id = $1`,
      [id, worker, seconds],
    );
  }
  expect(await giveBackForgotten(pool, 'pool-1', new Set([ids.get('held') ?? '']))).toBe(1);
  const locked = await Promise.all([...ids].map(async ([name, id]) => [name, (await queue.job(id))?.isLocked]));
  expect(Object.fromEntries(locked)).toEqual({ forgotten: false, held: true, foreign: true, fresh: true });
  expect(await queue.job(ids.get('forgotten') ?? '')).toMatchObject({ attempts: 0 });
});
