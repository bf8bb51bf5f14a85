import { randomUUID } from 'node:crypto';
import { openRingfenceTenancy } from '@ringfence/db';
import { createConnection } from '@ringfence/platform/connections';
import { createOrganization } from '@ringfence/platform/organizations';
import { createSealing } from '@ringfence/identity/sealing';
import type { Caller } from '@ringfence/tenancy';
import postgres from 'postgres';
import type { BenchDatabase } from './bench-database.ts';

export interface BenchOrganization {
  readonly owner: Caller;
  readonly connectionId: string;
  readonly secret: string;
}

/** Organisations with an owner and a Twilio connection each, and `callsEach` calls put in beside the product, for speed. */
export async function seedCalls(database: BenchDatabase, organizations: number, callsEach: number): Promise<BenchOrganization[]> {
  const app = openRingfenceTenancy({ connectionString: database.urls.app, secretKey: database.secretKey, applicationName: 'bench-seed' });
  const sql = postgres(database.superuserUrl, { max: 1 });
  const made: BenchOrganization[] = [];
  try {
    for (let index = 0; index < organizations; index += 1) {
      const ownerId = randomUUID();
      const { orgId } = await createOrganization(app, { name: `Organisation ${index}`, timeZone: 'UTC' }, ownerId);
      const owner: Caller = { orgId, actor: { kind: 'user', id: ownerId } };
      const { id, secret } = await app.inTenant(owner, (db) =>
        createConnection(db, { provider: 'twilio', name: 'Main line' }, createSealing(database.secretKey)),
      );
      await sql`
        insert into public.calls (org_id, connection_id, direction, status, from_number, to_number, from_address, to_address, started_at)
        select ${orgId}, ${id}, 'inbound', 'completed', '+14155550123', '+15125550188', '+14155550123', '+15125550188',
               now() - make_interval(secs => n) from generate_series(1, ${callsEach}) as n`;
      made.push({ owner, connectionId: id, secret });
    }
    await sql`analyze public.calls`;
  } finally {
    await Promise.all([app.close(), sql.end()]);
  }
  return made;
}
