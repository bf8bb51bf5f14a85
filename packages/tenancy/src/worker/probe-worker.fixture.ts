import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { deriveKey } from '../derive-key.ts';
import { openTenancy } from '../open-tenancy.ts';
import { runTenantWorker } from './run-tenant-worker.ts';
import { tenantTask } from './tenant-task.ts';

/** A worker process for tests that kill or stop one; it tells its parent of each run. Arguments: address, secret key, silence in ms, `slow`. */
const [connectionString = '', secretKey = '', silentAfterMs, speed] = process.argv.slice(2);
const tell = (event: string) => process.send?.(event);

/** What a job of a slow worker takes: longer than any test. */
const SLOW_MS = 600_000;

const Probe = z.strictObject({ name: z.string() });
const probe = tenantTask<{ name: string; payload: typeof Probe }, null>({ name: 'probe', payload: Probe }, async ({ payload, job }) => {
  tell(`began ${payload.name} ${job.attempt}`);
  if (speed === 'slow') await pause(SLOW_MS);
  tell(`ended ${payload.name}`);
});

const noted = (fields: object, message: string) => tell(`${message} ${JSON.stringify(fields)}`);
await runTenantWorker<null>({
  connectionString,
  tenancy: openTenancy({ connectionString, contextKey: deriveKey(Buffer.from(secretKey, 'hex'), 'context') }),
  tasks: [probe],
  outside: null,
  log: { info: noted, warn: noted, error: noted },
  isPermanent: () => false,
  isOurs: () => false,
  onPermanentFailure: async ({ error }) => void tell(`told ${String(error)}`),
  silentAfterMs: Number(silentAfterMs),
  pollIntervalMs: 200,
});
process.on('disconnect', () => process.exit());
tell('ready');
