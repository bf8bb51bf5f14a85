import { verifyTenancy, type Verified } from '@ringfence/tenancy/verify';
import postgres, { type ParameterOrJSON } from 'postgres';

/** The kernel's verification bound to our schema: changes nothing, and needs a role that may read the catalogue. */
export async function verifyDatabase(databaseUrl: string): Promise<Verified[]> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {}, connection: { application_name: 'ringfence-verify' } });
  async function query<Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    return asRows<Row>(await sql.unsafe(text, asParameters(values)));
  }
  try {
    return await verifyTenancy(query, { exemptRoles: ['ringfence_lookup'] });
  } finally {
    await sql.end();
  }
}

/** Safe: each query names its columns as its row type has them. */
function asRows<Row>(rows: unknown): Row[] {
  return rows as Row[];
}

/** Safe: verification passes numbers and texts alone. */
function asParameters(values: readonly unknown[]): ParameterOrJSON<never>[] {
  return [...values] as ParameterOrJSON<never>[];
}
