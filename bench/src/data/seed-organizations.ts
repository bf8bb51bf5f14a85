import type { Sql } from 'postgres';
import { numberedIdSql } from './numbered-id.ts';

/** Organisations with an owner and a connection each, numbered from 0. Triggers rest: ids are to be foreseen. */
export async function seedOrganizations(sql: Sql, count: number): Promise<void> {
  const numbers = `generate_series(0::bigint, ${count - 1}) as n`;
  const orgId = numberedIdSql('organization', 'n');
  await sql.begin(async (transaction) => {
    await transaction`set local session_replication_role = replica`;
    await transaction.unsafe(`insert into public.organizations (org_id, name) select ${orgId}, 'Organisation ' || n from ${numbers}`);
    await transaction.unsafe(
      `insert into public.memberships (org_id, user_id, role) select ${orgId}, ${numberedIdSql('user', 'n')}, 'owner' from ${numbers}`,
    );
    await transaction.unsafe(
      `insert into public.connections (org_id, id, provider, name, secret_sealed)
       select ${orgId}, ${numberedIdSql('connection', 'n')}, 'ringfence', 'Main line', '\\x00' from ${numbers}`,
    );
  });
  await sql`vacuum analyze public.organizations, public.memberships, public.connections`;
}
