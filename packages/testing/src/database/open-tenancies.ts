import { openRingfenceTenancy } from '@ringfence/db';
import type { Tenancy } from '@ringfence/tenancy';
import type { TestDatabase } from './test-database.ts';

export interface TestTenancies {
  readonly app: Tenancy;
  readonly worker: Tenancy;
  readonly service: Tenancy;
  close(): Promise<void>;
}

/** The tenancies as server, worker and command line open them, on one test database. */
export function openTenancies({ urls, secretKey }: TestDatabase): TestTenancies {
  const open = (connectionString: string) =>
    openRingfenceTenancy({ connectionString, secretKey, applicationName: 'test', maxConnections: 4 });
  const app = open(urls.app);
  const worker = open(urls.worker);
  const service = open(urls.service);
  return {
    app,
    worker,
    service,
    close: async () => {
      await Promise.all([app.close(), worker.close(), service.close()]);
    },
  };
}
