import type { Client } from 'pg';
import { listTenantTables } from './tenant-tables.ts';

/** A fingerprint of every row and every queued job of one organisation, table by table, so that a difference names its table; the notes of attempts left out. */
export async function digestOf(superuser: Client, orgId: string): Promise<Record<string, string>> {
  const digests: Record<string, string> = {};
  for (const { name } of await listTenantTables(superuser)) {
    const { rows } = await superuser.query<{ digest: string }>(
      `select count(*) || ':' || coalesce(md5(string_agg(to_jsonb(t)::text, ',' order by to_jsonb(t)::text)), '') as digest from ${name} t
       where org_id = $1 and (to_jsonb(t) ->> 'kind') is distinct from 'crossing'`,
      [orgId],
    );
    digests[name] = rows[0]?.digest ?? '';
  }
  const { rows: jobs } = await superuser.query<{ digest: string }>(
    `select count(*) || ':' || coalesce(md5(string_agg(to_jsonb(j)::text, ',' order by id)), '') as digest
     from graphile_worker._private_jobs j where payload ->> 'orgId' = $1`,
    [orgId],
  );
  digests['jobs'] = jobs[0]?.digest ?? '';
  return digests;
}
