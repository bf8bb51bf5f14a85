import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { deriveKey } from '../derive-key.ts';
import { openTenancy } from '../open-tenancy.ts';
import { runTenantWorker } from './run-tenant-worker.ts';
import { tenantTask } from './tenant-task.ts';

/** A worker process for tests that kill or stop one; it tells its parent of each run. Arguments: address, secret key, silence in ms. */
const [connectionString = '', secretKey = '', silentAfterMs] = process.argv.slice(2);
const tell = (event: string) => process.send?.(event);

const Probe = z.strictObject({ takesMs: z.number() });
const probe = tenantTask<{ name: string; payload: typeof Probe }, null>({ name: 'probe', payload: Probe }, async ({ payload, job }) => {
  tell(`began ${job.attempt}`);
  await pause(job.attempt === 1 ? payload.takesMs : 0);
  tell(`ended ${job.attempt}`);
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
  onPermanentFailure: async () => void tell('told'),
  silentAfterMs: Number(silentAfterMs),
  pollIntervalMs: 200,
});
process.on('disconnect', () => process.exit());
tell('ready');
