import { verifyTenancy, type Verified } from '@ringfence/tenancy/verify';
import postgres from 'postgres';
import { queryOver } from './query-over.ts';

/** The kernel's verification bound to our schema: changes nothing, and needs a role that may read the catalogue. */
export async function verifyDatabase(databaseUrl: string): Promise<Verified[]> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {}, connection: { application_name: 'ringfence-verify' } });
  try {
    return await verifyTenancy(queryOver(sql), { exemptRoles: ['ringfence_lookup'] });
  } finally {
    await sql.end();
  }
}
