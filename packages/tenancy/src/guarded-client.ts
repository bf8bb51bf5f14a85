import type { PoolClient, QueryConfig } from 'pg';
import { statementName } from './statement-name.ts';
import { TenantClientEnded } from './tenant-client-ended.ts';

/** A checked-out connection that stops working the moment its transaction ends, whoever still holds it. */
export class GuardedClient {
  readonly #client: PoolClient;
  #endedBecause: string | undefined;

  constructor(client: PoolClient) {
    this.#client = client;
  }

  /** What Drizzle calls; the same shapes as `pg`. */
  query(config: QueryConfig, values: unknown[] = []): Promise<unknown> {
    if (this.#endedBecause) return Promise.reject(new TenantClientEnded(this.#endedBecause));
    const name = config.name ?? statementName(config.text);
    return this.#client.query(name === undefined ? config : { ...config, name }, values);
  }

  end(because: string): void {
    this.#endedBecause ??= because;
  }
}
