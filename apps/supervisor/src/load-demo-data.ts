import { openRingfenceTenancy } from '@ringfence/db';
import { type DemoDoors, demoSignIns, loadDemo } from '@ringfence/demo';
import { createSealing, openIdentity } from '@ringfence/identity';
import { openStorage } from '@ringfence/storage';
import type { Database } from './open-database.ts';
import type { SettledEnvironment } from './settle-environment.ts';
import { tellProgress } from './tell-progress.ts';

/** Loads the demo data where it is wanted and missing, and tells the demo sign-ins, a line each, while those organisations exist. */
export async function loadDemoData(environment: SettledEnvironment, database: Database): Promise<string[]> {
  await using doors = openDoors(environment, database);
  if (environment.wantsDemo) await loadDemo(doors);
  return await demoSignIns(doors); // awaited here, since the doors close on the way out
}

function openDoors(
  { publicUrl, storageUrl, previousSecretKey }: SettledEnvironment,
  { urls, secretKey }: Database,
): DemoDoors & AsyncDisposable {
  const [app, worker, service] = [urls.app, urls.worker, urls.service].map((connectionString) =>
    openRingfenceTenancy({ connectionString, secretKey, applicationName: 'ringfence-demo' }),
  ) as [DemoDoors['app'], DemoDoors['worker'], DemoDoors['service']];
  const identity = openIdentity({ databaseUrl: urls.identity, secretKey, previousSecretKey, publicUrl });
  return {
    app,
    worker,
    service,
    identity,
    storage: openStorage(storageUrl),
    sealing: createSealing(secretKey, previousSecretKey),
    tell: tellProgress,
    async [Symbol.asyncDispose]() {
      await Promise.all([app, worker, service, identity].map((door) => door.close()));
    },
  };
}
