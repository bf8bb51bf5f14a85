import type { Client } from 'pg';
import { SOAK } from './soak-options.ts';

/** What a soak runs on: the app's log-in, and somebody who sees all. */
export interface SoakDatabase {
  readonly appUrl: string;
  readonly secretKey: Buffer;
  readonly superuser: Client;
}

export interface SoakMember {
  readonly orgId: string;
  readonly userId: string;
}

/** Organisations with an owner and the same number of leads each, so that one row too many or too few is seen. */
export async function seedSoak(superuser: Client): Promise<SoakMember[]> {
  const { rows } = await superuser.query<SoakMember>(
    `with made as (
       insert into public.organizations (name) select 'Organisation ' || n from generate_series(1, $1::int) n returning org_id)
     insert into public.memberships (org_id, user_id, role) select org_id, gen_random_uuid(), 'owner' from made
     returning org_id as "orgId", user_id as "userId"`,
    [SOAK.organizations],
  );
  await superuser.query(
    `insert into public.leads (org_id, name, phone, note)
     select org_id, 'Lead ' || n, '+4915100000' || lpad(n::text, 3, '0'), org_id::text
     from public.organizations, generate_series(1, $1::int) n`,
    [SOAK.leadsEach],
  );
  await superuser.query('analyze public.organizations, public.memberships, public.leads');
  return rows;
}
