import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import { probeQueue } from './probe-queue.fixture.ts';
import { recordedLog } from './recorded-log.fixture.ts';
import { runTenantWorker } from './run-tenant-worker.ts';
import { tenantTask } from './tenant-task.ts';

/** The queue's own removal of finished jobs fails once, as when its connection is lost; ours, which asks for the lock, doesn't. */
const FAILS_ONCE = `
  create sequence public.removals;
  create function public.fail_once() returns trigger language plpgsql security definer as $$
  begin
    if current_query() !~ 'locked_at' and nextval('public.removals') = 1 then raise exception 'lost'; end if;
    return null;
  end $$;
  create trigger fail_once before delete on graphile_worker._private_jobs for each statement execute function public.fail_once();`;

const Probe = z.strictObject({ what: z.string() });

const queue = await probeQueue();
afterAll(() => queue.close());

const removals = async () => Number((await queue.query<{ last_value: string }>('select last_value from public.removals'))[0]?.last_value);

test('a worker whose queue had trouble with the end of a job works on under another name, and stops when told to', async () => {
  await queue.query(FAILS_ONCE);
  const log = recordedLog();
  const ends = new Map(['second', 'third', 'last'].map((what) => [what, Promise.withResolvers<void>()]));
  const worker = await runTenantWorker<null>({
    connectionString: queue.workerUrl,
    tenancy: queue.tenancy,
    tasks: [
      tenantTask<{ name: string; payload: typeof Probe }, null>({ name: 'probe', payload: Probe }, async ({ payload }) => {
        await ends.get(payload.what)?.promise;
      }),
    ],
    outside: null,
    log,
    isPermanent: () => false,
    isOurs: () => false,
    onPermanentFailure: async () => {},
    pollIntervalMs: 100,
  });
  const firstName = worker.workerId;
  for (const what of ['third', 'last']) await queue.enqueue(queue.rival, { what });
  await queue.enqueue(queue.acme, { what: 'second' });
  await queue.done(await queue.enqueue(queue.acme, { what: 'first' }));
  await expect.poll(() => log.lines.map(({ message }) => message), { timeout: 20_000 }).toContain('the queue had trouble');
  for (const [count, [, end]] of [...ends].entries()) {
    end.resolve();
    await expect.poll(removals, { timeout: 20_000 }).toBe(count + 2);
  }
  await queue.done(await queue.enqueue(queue.acme, { what: 'afterwards' }));
  expect(worker.workerId).not.toBe(firstName);
  await worker.stop();
}, 60_000);
