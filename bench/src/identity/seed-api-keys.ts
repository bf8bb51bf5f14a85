import { openRingfenceTenancy } from '@ringfence/db';
import { makeApiKey } from '@ringfence/identity/api-keys';
import { createApiKey } from '@ringfence/platform/api-keys';
import type { BenchDatabase } from '../bench-database.ts';
import type { BenchTenant } from '../data/bench-tenant.ts';

/** A key of an agent's role for each organisation, made as its owner makes one. */
export async function seedApiKeys(database: Pick<BenchDatabase, 'urls' | 'secretKey'>, tenants: readonly BenchTenant[]): Promise<string[]> {
  const { urls, secretKey } = database;
  const tenancy = openRingfenceTenancy({ connectionString: urls.app, secretKey, applicationName: 'bench-keys' });
  try {
    const made = tenants.map(({ caller }) =>
      tenancy.inTenant(caller, (db) => createApiKey(db, { name: 'Bench', role: 'agent' }, makeApiKey())),
    );
    return (await Promise.all(made)).map(({ key }) => key);
  } finally {
    await tenancy.close();
  }
}
