import { openRingfenceTenancy } from '@ringfence/db';
import type { Tenancy } from '@ringfence/tenancy';
import type { BenchDatabase } from '../bench-database.ts';

export interface BenchTenancies {
  readonly app: Tenancy;
  readonly worker: Tenancy;
  readonly service: Tenancy;
  close(): Promise<void>;
}

/** The tenancies as server, worker and command line open them, to put things there as the product does. */
export function openTenancies({ urls, secretKey }: Pick<BenchDatabase, 'urls' | 'secretKey'>): BenchTenancies {
  const open = (connectionString: string) =>
    openRingfenceTenancy({ connectionString, secretKey, applicationName: 'bench', maxConnections: 2 });
  const [app, worker, service] = [open(urls.app), open(urls.worker), open(urls.service)];
  return { app, worker, service, close: async () => void (await Promise.all([app.close(), worker.close(), service.close()])) };
}
