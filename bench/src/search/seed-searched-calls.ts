import type { Sql } from 'postgres';
import { numberedIdSql } from '../data/numbered-id.ts';
import { seedOrganizations } from '../data/seed-organizations.ts';
import { whileUnindexed } from '../data/while-unindexed.ts';
import type { SearchedData } from './searched-data.ts';

const SYLLABLES = `array['ba', 'mi', 'ra', 'to', 'lu', 'ne', 'ko', 'si']`;
/** 512 words of three syllables. */
const VOCABULARY = `select array_agg(x || y || z order by x, y, z) as w from unnest(${SYLLABLES}) x, unnest(${SYLLABLES}) y, unnest(${SYLLABLES}) z`;
/** One of them for the n-th call, another for each salt. */
const word = (salt: number) => `w[1 + abs(hashint8(n * 31 + ${salt})) % 512]`;
/** Every tenth call is the first organisation's; of the others the organisations take turns. */
const ORGANIZATION = (organizations: number) => `case when n % 10 = 0 then 0 else 1 + (n / 10 * 9 + n % 10 - 1) % ${organizations - 1} end`;

/** Calls with a summary each, a tenth of them written down as well, and twenty leads an organisation. */
export async function seedSearchedCalls(sql: Sql, { calls, organizations }: SearchedData): Promise<void> {
  await seedOrganizations(sql, organizations);
  await whileUnindexed(sql, 'public.calls', () => sql.unsafe(insertCalls(calls, organizations)));
  await sql`set session_replication_role = replica`;
  await sql.unsafe(`
    insert into public.call_logs (org_id, id, call_id, connection_id, reference, direction)
    select org_id, id, id, connection_id, id::text, direction from public.calls where right(id::text, 1) = '0' and right(id::text, 2) < '90'`);
  await sql`reset session_replication_role`;
  await whileUnindexed(sql, 'public.transcript_words', async () => {
    await sql.unsafe(`
      insert into public.transcript_words (org_id, call_log_id, words)
      select g.org_id, g.id, public.word_keys(g.org_id, 'Good morning, it is ' || c.summary) from public.call_logs g
      join public.calls c on c.org_id = g.org_id and c.id = g.call_id`);
  });
  await sql.unsafe(`
    insert into public.leads (org_id, name, phone)
    select ${numberedIdSql('organization', 'n')}, 'Grace Hopper ' || l, '+1415' || (5500000 + l * 10) from generate_series(0::bigint, ${organizations - 1}) n, generate_series(0, 19) l`);
  await sql`vacuum (analyze, freeze) public.calls, public.call_logs, public.transcript_words, public.leads`;
  await sql`checkpoint`;
}

function insertCalls(calls: number, organizations: number): string {
  return `
    insert into public.calls (org_id, id, connection_id, direction, status, from_number, to_number, from_address, to_address, started_at, summary)
    select ${numberedIdSql('organization', 'o')}, ${numberedIdSql('call', 'n')}, ${numberedIdSql('connection', 'o')}, 'inbound', 'completed',
      phone, '+15125550188', phone, '+15125550188', timestamptz '2026-10-01' - make_interval(secs => ${calls} - n),
      'Asked about the ' || ${word(1)} || ' and the ' || ${word(2)} || ' of house ' || n * 7 % 9973 || '; ' || ${word(3)} || ', '
        || ${word(4)} || ' and ' || ${word(5)} || ' come later.'
    from (${VOCABULARY}) vocabulary,
      lateral (select n, ${ORGANIZATION(organizations)} as o, '+1415' || (5500000 + n * 37 % 9999) as phone from generate_series(0::bigint, ${calls - 1}) n) made`;
}
