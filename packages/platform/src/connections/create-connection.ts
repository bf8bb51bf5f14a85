import type { CreateConnection } from '@ringfence/domain/connections';
import { connectionLooks, connections } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { writeAudit } from '../audit-log/write-audit.ts';
import type { Sealing } from '../outside/outside.ts';
import { makeSecret } from './make-secret.ts';

/** Opens a way in for a provider. The secret is made here where none is given; it is told this once, and kept sealed. Its provider's list is looked at soon. */
export async function createConnection(db: TenantDb, input: CreateConnection, sealing: Sealing): Promise<{ id: string; secret: string }> {
  const secret = input.secret ?? makeSecret();
  const [connection] = await db
    .insert(connections)
    .values({
      orgId: db.orgId,
      provider: input.provider,
      name: input.name,
      secretSealed: sealing.seal(secret),
      fetchKeySealed: input.fetchKey === undefined ? null : sealing.seal(input.fetchKey),
      accountId: input.accountId,
    })
    .returning({ id: connections.id });
  if (!connection) throw new Error('an inserted connection gave no row');
  await Promise.all([
    db.insert(connectionLooks).values({ orgId: db.orgId, connectionId: connection.id }),
    writeAudit(db, { action: 'connection.create', target: connection.id }),
  ]);
  return { id: connection.id, secret };
}
