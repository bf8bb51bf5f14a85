import type { PoolClient } from 'pg';
import { TenantClientEnded } from './tenant-client-ended.ts';

/** A checked-out connection that stops working the moment its transaction ends, whoever still holds it. */
export class GuardedClient {
  readonly #client: PoolClient;
  #endedBecause: string | undefined;

  constructor(client: PoolClient) {
    this.#client = client;
  }

  /** What Drizzle calls; the same shapes as `pg`. */
  query(config: Parameters<PoolClient['query']>[0], values?: unknown[]): Promise<unknown> {
    if (this.#endedBecause) return Promise.reject(new TenantClientEnded(this.#endedBecause));
    return this.#client.query(config as string, values as []);
  }

  end(because: string): void {
    this.#endedBecause ??= because;
  }
}
