import { openRingfenceTenancy } from '@ringfence/db';
import { calls } from '@ringfence/db/schema';
import { desc, eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { Pool } from 'pg';
import { startBenchDatabase } from '../bench-database.ts';
import { closedLoop } from '../measure/closed-loop.ts';
import { compare, type Subject } from '../measure/compare.ts';
import { seedCalls } from '../seed-calls.ts';
import type { Part } from './part.ts';

const CLIENTS = 32;
const CONNECTIONS = 8;
const PAGE = 50;

/** What isolation costs a list of 50 calls: Drizzle as shipped without any, the usual `set_config` transaction, and the tenant client. */
export const reads: Part = {
  name: 'reads',
  async run({ isQuick, log }) {
    const database = await startBenchDatabase(log);
    const organizations = await seedCalls(database, 50, isQuick ? 200 : 2000);
    const open = new Pool({ connectionString: database.superuserUrl, max: CONNECTIONS });
    const tenancy = openRingfenceTenancy({
      connectionString: database.urls.app,
      secretKey: database.secretKey,
      applicationName: 'bench',
      maxConnections: CONNECTIONS,
    });
    const pick = () => organizations[Math.floor(Math.random() * organizations.length)]?.owner ?? fail();
    const unprotected = drizzle(open);
    const subject = (name: string, request: () => Promise<unknown>): Subject => ({
      name,
      run: () => closedLoop(request, CLIENTS, isQuick ? 250 : 1000),
    });
    try {
      return await compare({
        work: `list ${PAGE} calls`,
        clients: CLIENTS,
        rounds: isQuick ? 3 : 9,
        subjects: [
          subject('Drizzle as shipped, no isolation', () => listOf(unprotected, pick().orgId)),
          subject('set_config transaction, unsigned, membership unchecked', () => {
            const { orgId } = pick();
            return unprotected.transaction(async (transaction) => {
              await transaction.execute(`select set_config('app.org_id', '${orgId}', true)`);
              return listOf(transaction, orgId);
            });
          }),
          subject('Ringfence: forced RLS, membership, signed context', () => tenancy.inTenant(pick(), (db) => listOf(db, db.orgId))),
        ],
      });
    } finally {
      await Promise.all([tenancy.close(), open.end()]);
      await database.stop();
    }
  },
};

function listOf(db: Pick<ReturnType<typeof drizzle>, 'select'>, orgId: string): Promise<unknown> {
  return db.select().from(calls).where(eq(calls.orgId, orgId)).orderBy(desc(calls.startedAt), desc(calls.id)).limit(PAGE).execute();
}

function fail(): never {
  throw new Error('no organisation was seeded');
}
