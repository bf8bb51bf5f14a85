import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { type BenchDatabase, startBenchDatabase } from '../bench-database.ts';
import type { DataSet } from './data-set.ts';
import { openToPeers, PEER_ROLE } from './open-to-peers.ts';
import { seedDataSet } from './seed-data-set.ts';
import { seedOrganizations } from './seed-organizations.ts';

/** One Postgres with all the data sets of a comparison. */
export interface CallsDatabase extends BenchDatabase {
  /** Row-level security holds for it, by the usual setting. */
  readonly peerUrl: string;
}

export async function startCallsDatabase(dataSets: readonly DataSet[], log: (line: string) => void): Promise<CallsDatabase> {
  const database = await startBenchDatabase(log);
  const sql = postgres(database.superuserUrl, { max: 1, onnotice: () => {} });
  const password = randomUUID();
  try {
    await sql.unsafe(`create role ${PEER_ROLE} login nosuperuser nobypassrls password '${password}'`);
    await sql`grant execute on function public.uuid_v7() to ${sql(PEER_ROLE)}`;
    await seedOrganizations(sql, Math.max(...dataSets.map(({ organizations }) => organizations)));
    for (const data of dataSets) {
      log(`  ${data.rows.toLocaleString('en')} calls of ${data.organizations.toLocaleString('en')} organisations in ${data.schema}…`);
      await seedDataSet(sql, data);
      await openToPeers(sql, data.schema);
    }
    await sql`checkpoint`;
  } finally {
    await sql.end();
  }
  const peerUrl = new URL(database.superuserUrl);
  peerUrl.username = PEER_ROLE;
  peerUrl.password = password;
  return { ...database, peerUrl: peerUrl.href };
}
