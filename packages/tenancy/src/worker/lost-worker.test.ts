import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { probeQueue } from './probe-queue.fixture.ts';

vi.setConfig({ testTimeout: 90_000 });

const FIXTURE = fileURLToPath(new URL('probe-worker.fixture.ts', import.meta.url));
/** Shorter than the product's 9 s, so that the tests are. */
const SILENT_AFTER_MS = 2000;

interface ProbeWorker {
  readonly process: ChildProcess;
  heard(event: string): Promise<void>;
}

const queue = await probeQueue();
const started: ChildProcess[] = [];

/** A slow worker never ends a job; it is there to be killed. */
async function startProbe(speed: 'slow' | 'quick'): Promise<ProbeWorker> {
  const child = fork(FIXTURE, [queue.workerUrl, queue.secretKey.toString('hex'), String(SILENT_AFTER_MS), speed]);
  started.push(child);
  const events: string[] = [];
  child.on('message', (event) => events.push(event as string));
  const heard = (event: string) => expect.poll(() => events.some((each) => each.startsWith(event)), { timeout: 30_000 }).toBe(true);
  await heard('ready');
  return { process: child, heard };
}

afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});
afterAll(() => queue.close());

test('ATK-078 ATK-079 the jobs of a worker that was killed are done by another, and none waits for them meanwhile', async () => {
  const killed = await startProbe('slow');
  const held = [await queue.enqueue(queue.acme, { name: 'one' }), await queue.enqueue(queue.acme, { name: 'two' })];
  await killed.heard('began one 1');
  await killed.heard('began two 1');
  killed.process.kill('SIGKILL');
  const other = await startProbe('quick');
  await queue.done(await queue.enqueue(queue.acme, { name: 'three' }));
  await queue.done(await queue.enqueue(queue.rival, { name: 'four' }));
  for (const id of held) await queue.done(id);
  // A lost worker is nobody's failure: no attempt was used up.
  await other.heard('began one 1');
  await other.heard('ended two');
  expect(await queue.query('select from public.worker_heartbeats')).toHaveLength(1);
});

test("ATK-080 a worker that was stopped and woke ends nobody else's run, and works on under another name", async () => {
  const stopped = await startProbe('slow');
  const id = await queue.enqueue(queue.acme, { name: 'one' });
  await stopped.heard('began one');
  stopped.process.kill('SIGSTOP');
  const other = await startProbe('slow');
  await other.heard('began one');
  stopped.process.kill('SIGCONT');
  await stopped.heard('job lock-lost');
  await stopped.heard('the worker begins again');
  expect(await queue.job(id)).toMatchObject({ isLocked: true });
  other.process.kill('SIGKILL');
  stopped.process.kill('SIGKILL');
  await startProbe('quick');
  await queue.done(id);
});

test('ATK-081 a job that takes three workers with it is set aside and told, and what ran beside it is done', async () => {
  const poison = await queue.enqueue(queue.acme, { name: 'poison' });
  const innocent = await queue.enqueue(queue.acme, { name: 'innocent' });
  for (const crash of [1, 2, 3]) {
    const victim = await startProbe('slow');
    await victim.heard('began poison');
    // From its second crash on, no worker runs it beside another that was there too.
    if (crash < 3) await victim.heard('began innocent');
    victim.process.kill('SIGKILL');
  }
  const other = await startProbe('quick');
  expect(await queue.failedForGood(poison)).toBe('WorkerLost: The worker was lost in the middle of the job.');
  await other.heard('told JobQuarantined');
  await queue.done(innocent);
  const [kept] = await queue.query<{ flags: object }>(`select flags from graphile_worker._private_jobs where payload ->> 'jobId' = $1`, [
    poison,
  ]);
  expect(kept?.flags).toMatchObject({ quarantined: true, crashes: 3, maxAttempts: 5 });
  await queue.done(await queue.enqueue(queue.acme, { name: 'next' }));
});
