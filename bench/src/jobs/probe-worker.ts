import { setTimeout as pause } from 'node:timers/promises';
import { openRingfenceTenancy } from '@ringfence/db';
import { runTenantWorker } from '@ringfence/tenancy/worker';
import { probeTask } from './probe-task.ts';

/** A worker process that tells its parent of each probe. Arguments: the worker's log-in, the secret key in hexadecimal. */
const [connectionString = '', secretKey = ''] = process.argv.slice(2);
const tell = (event: 'ready' | 'began' | 'ended', number = 0) => process.send?.({ event, number });
const silent = { info: () => {}, warn: () => {}, error: () => {} };

await runTenantWorker({
  connectionString,
  tenancy: openRingfenceTenancy({
    connectionString,
    secretKey: Buffer.from(secretKey, 'hex'),
    applicationName: 'probe',
    maxConnections: 8,
  }),
  tasks: [probeTask],
  outside: { pause, began: (number: number) => tell('began', number), ended: (number: number) => tell('ended', number) },
  log: silent,
  isPermanent: () => false,
  isOurs: () => false,
  onPermanentFailure: async () => {},
});
process.on('disconnect', () => process.exit());
tell('ready');
