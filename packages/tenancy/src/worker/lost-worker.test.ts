import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, expect, test } from 'vitest';
import { probeQueue } from './probe-queue.fixture.ts';

const FIXTURE = fileURLToPath(new URL('probe-worker.fixture.ts', import.meta.url));
/** Shorter than the product's 20 s, so that the tests are. */
const SILENT_AFTER_MS = 2000;

interface ProbeWorker {
  readonly process: ChildProcess;
  readonly events: string[];
  heard(event: string): Promise<void>;
}

const queue = await probeQueue();
const started: ChildProcess[] = [];

async function startProbe(): Promise<ProbeWorker> {
  const child = fork(FIXTURE, [queue.workerUrl, queue.secretKey.toString('hex'), String(SILENT_AFTER_MS)]);
  started.push(child);
  const events: string[] = [];
  child.on('message', (event) => events.push(event as string));
  const heard = (event: string) => expect.poll(() => events.some((each) => each.startsWith(event)), { timeout: 30_000 }).toBe(true);
  await heard('ready');
  return { process: child, events, heard };
}

afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});
afterAll(() => queue.close());

test('ATK-078 ATK-079 the jobs of a worker that was killed are done by another', { timeout: 60_000 }, async () => {
  const killed = await startProbe();
  const held = await queue.add({ orgId: queue.acme, takesMs: 60_000 });
  await killed.heard('began 1');
  killed.process.kill('SIGKILL');
  const other = await startProbe();
  await queue.done(await queue.add({ orgId: queue.acme, takesMs: 0 }));
  await queue.done(held);
  expect(other.events).toEqual(expect.arrayContaining(['began 2', 'ended 2']));
  expect(await queue.query('select from public.worker_heartbeats')).toHaveLength(1);
});

test(
  "ATK-080 a worker that was stopped and woke ends nobody else's run, and works on under another name",
  { timeout: 60_000 },
  async () => {
    const stopped = await startProbe();
    const id = await queue.add({ orgId: queue.acme, takesMs: 60_000 });
    await stopped.heard('began 1');
    stopped.process.kill('SIGSTOP');
    const other = await startProbe();
    await other.heard('ended 2');
    await queue.done(id);
    other.process.kill('SIGKILL');
    stopped.process.kill('SIGCONT');
    await stopped.heard('job lock-lost');
    await stopped.heard('the worker begins again');
    const next = await queue.add({ orgId: queue.acme, takesMs: 0 });
    await queue.done(next);
  },
);

test(
  'ATK-081 a job that takes its worker down with its last attempt is failed for good, and its organisation is told',
  { timeout: 60_000 },
  async () => {
    const killed = await startProbe();
    const id = await queue.add({ orgId: queue.acme, takesMs: 60_000 }, { maxAttempts: 1 });
    await killed.heard('began 1');
    killed.process.kill('SIGKILL');
    const other = await startProbe();
    expect(await queue.failedForGood(id)).toBe('WorkerLost: The worker went silent in the middle of the job.');
    await other.heard('told');
  },
);
