import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { probeQueue } from './probe-queue.fixture.ts';
import { recordedLog } from './recorded-log.fixture.ts';
import { runTenantWorker, type TenantWorker } from './run-tenant-worker.ts';
import { type TaskDeclaration, tenantTask } from './tenant-task.ts';

vi.setConfig({ testTimeout: 60_000 });
const PATIENCE = { timeout: 20_000 };

const First = z.strictObject({ number: z.string() });
const Second = z.strictObject({ numbers: z.array(z.string()) });

/** The job as its second version has it: many numbers instead of one. */
const SECOND: TaskDeclaration<z.infer<typeof Second>> = {
  name: 'probe',
  version: 2,
  payload: Second,
  upgrade: (payload) => ({ numbers: [First.parse(payload).number] }),
};

const queue = await probeQueue();
const log = recordedLog();
let worker: TenantWorker | undefined;
afterEach(async () => {
  await worker?.stop();
  log.lines.length = 0;
});
afterAll(() => queue.close());

async function run(declaration: TaskDeclaration<unknown>): Promise<unknown[]> {
  const seen: unknown[] = [];
  worker = await runTenantWorker<null>({
    connectionString: queue.workerUrl,
    tenancy: queue.tenancy,
    tasks: [tenantTask(declaration, async ({ payload }) => void seen.push(payload))],
    outside: null,
    log,
    isPermanent: () => false,
    isOurs: () => false,
    onPermanentFailure: async () => {},
    pollIntervalMs: 100,
  });
  return seen;
}

test('ATK-090 what was queued before a deployment runs after it, in the form that its handler knows', async () => {
  const seen = await run(SECOND);
  await queue.done(await queue.enqueue(queue.acme, { number: '1', payloadVersion: 1 }));
  await queue.done(await queue.enqueue(queue.acme, { number: '2' }));
  await queue.done(await queue.enqueue(queue.acme, { numbers: ['3', '4'], payloadVersion: 2 }));
  expect(seen).toEqual([{ numbers: ['1'] }, { numbers: ['2'] }, { numbers: ['3', '4'] }]);
});

test('ATK-090 a worker of the version before leaves what it cannot know to those that do, and uses up no attempt', async () => {
  const seen = await run({ name: 'probe', payload: First });
  const id = await queue.enqueue(queue.acme, { numbers: ['5'], payloadVersion: 2 }, { maxAttempts: 1 });
  const outcomes = () => new Set(log.lines.flatMap(({ fields }) => fields['outcome'] ?? []));
  await expect.poll(outcomes, PATIENCE).toEqual(new Set(['postponed']));
  expect(await queue.job(id)).toMatchObject({ attempts: 0, isLocked: false });
  expect(seen).toEqual([]);
});

test('ATK-090 an earlier payload that no upgrade makes fit is refused', async () => {
  await run({ ...SECOND, upgrade: () => ({ number: 'as it was' }) });
  const id = await queue.enqueue(queue.acme, { number: '6', payloadVersion: 1 });
  expect(await queue.failedForGood(id)).toContain('it does not fit the task');
});
