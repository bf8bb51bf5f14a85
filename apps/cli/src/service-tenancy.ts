import { Forbidden, NotFound } from '@ringfence/domain';
import { openRingfenceTenancy } from '@ringfence/db';
import { acrossTenants } from '@ringfence/platform/across-tenants';
import type { Tenancy, TenantDb } from '@ringfence/tenancy';
import type { Installation } from './installation.ts';

const COMMAND_LIMIT_MS = 60_000;

/** Opens the operator's log-in for the length of `work`. */
export async function withService<T>({ urls, secretKey }: Installation, work: (service: Tenancy) => Promise<T>): Promise<T> {
  const service = openRingfenceTenancy({
    connectionString: urls.service,
    secretKey,
    applicationName: 'ringfence-command',
    maxConnections: 1,
  });
  try {
    return await work(service);
  } finally {
    await service.close();
  }
}

/** One organisation, entered as its operator with an audit row. @throws NotFound if it isn't there, or is closed. */
export async function inOrganization<T>(
  installation: Installation,
  orgId: string,
  reason: string,
  work: (db: TenantDb) => Promise<T>,
): Promise<T> {
  return withService(installation, async (service) => {
    const [result] = await acrossTenants(
      service,
      { reason, orgIds: [orgId], forMs: COMMAND_LIMIT_MS },
      async (db) => [await work(db)] as const,
    ).catch(refused);
    if (!result) throw new NotFound('organisation');
    return result[0];
  });
}

/** The operator belongs everywhere, so that only an organisation that isn't there refuses them. */
function refused(error: unknown): never {
  if (error instanceof Forbidden) throw new NotFound('organisation');
  throw error;
}
