import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { type BenchDatabase, startBenchDatabase } from '../bench-database.ts';
import type { DataSet } from './data-set.ts';
import { openToPeers, PEER_ROLE } from './open-to-peers.ts';
import { seedDataSet } from './seed-data-set.ts';
import { seedOrganizations } from './seed-organizations.ts';

/** As many as any data set has. */
const ORGANIZATIONS = 10_000;

/** One Postgres with all the data sets of a comparison. */
export interface CallsDatabase extends BenchDatabase {
  /** Row-level security holds for it, by the usual setting. */
  readonly peerUrl: string;
  add(data: DataSet): Promise<void>;
}

export async function startCallsDatabase(log: (line: string) => void): Promise<CallsDatabase> {
  const database = await startBenchDatabase(log);
  const sql = postgres(database.superuserUrl, { max: 1, onnotice: () => {} });
  const password = randomUUID();
  await sql.unsafe(`create role ${PEER_ROLE} login nosuperuser nobypassrls password '${password}'`);
  await sql`grant execute on function public.uuid_v7() to ${sql(PEER_ROLE)}`;
  await seedOrganizations(sql, ORGANIZATIONS);
  const peerUrl = new URL(database.superuserUrl);
  peerUrl.username = PEER_ROLE;
  peerUrl.password = password;
  return {
    ...database,
    peerUrl: peerUrl.href,
    async add(data) {
      const startedAt = performance.now();
      await seedDataSet(sql, data);
      await openToPeers(sql, data.schema);
      await sql`checkpoint`;
      const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
      log(`  ${data.rows.toLocaleString('en')} calls of ${data.organizations.toLocaleString('en')} organisations seeded in ${seconds} s`);
    },
    async stop() {
      await sql.end();
      await database.stop();
    },
  };
}
