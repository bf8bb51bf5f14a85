import { createSealing } from '@ringfence/identity';
import { acrossTenants } from '@ringfence/platform/across-tenants';
import { createConnection } from '@ringfence/platform/connections';
import { addMember } from '@ringfence/platform/members';
import { createOrganization } from '@ringfence/platform/organizations';
import type { TenantDb } from '@ringfence/tenancy';
import type { TestPlatform } from '../platform/start-test-platform.ts';
import type { Installation } from './installation.ts';

/** A platform in this process, by the verbs that the command line calls. */
export function installationOfPlatform({ url, publicUrl, tenancies, identity, database }: TestPlatform): Installation {
  async function asOperator<T>(orgId: string, work: (db: TenantDb) => Promise<T>): Promise<T> {
    const [result] = await acrossTenants(
      tenancies.service,
      { reason: 'a test', orgIds: [orgId], forMs: 60_000 },
      async (db) => [await work(db)] as const,
    );
    if (!result) throw new Error('no organisation was entered');
    return result[0];
  }
  return {
    url,
    createOrganization: (name) => createOrganization(tenancies.service, { name, timeZone: 'UTC' }, null),
    addMember: ({ orgId, email, role }) =>
      asOperator(orgId, async (db) => {
        const { userId } = await identity.createUser({ email, name: email, password: undefined });
        await addMember(db, { userId, role });
        return { userId };
      }),
    signToken: ({ orgId, userId }) => identity.signToken({ orgId, userId, ttlSeconds: 3600 }),
    addConnection: (orgId) =>
      asOperator(orgId, async (db) => {
        const { id, secret } = await createConnection(db, { provider: 'twilio', name: 'Main line' }, createSealing(database.secretKey));
        return { secret, webhookUrl: `${publicUrl}/webhooks/twilio/${id}` };
      }),
  };
}
