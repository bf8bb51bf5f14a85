import { PAGE } from './call-queries.ts';

const SELECTED = `
  select id, connection_id as "connectionId", direction, status, from_number as "fromNumber", to_number as "toNumber",
         party_number as "partyNumber", agent_name as "agentName", started_at as "startedAt", ended_at as "endedAt",
         ring_seconds as "ringSeconds", duration_seconds as "durationSeconds"
  from calls`;

/** The statements as one writes them by hand, for peers that take SQL. */
export const CALL_STATEMENTS = {
  list: `${SELECTED} where org_id = $1 order by started_at desc, id desc limit ${PAGE}`,
  detail: `${SELECTED} where org_id = $1 and id = $2`,
  search: `${SELECTED} where org_id = $1 and party_number = $2 order by started_at desc limit ${PAGE}`,
  insert: `
    insert into calls (org_id, connection_id, direction, status, from_number, to_number, started_at, duration_seconds)
    values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
  update: 'update calls set agent_name = $3 where org_id = $1 and id = $2 returning id',
} as const;
export type CallStatement = keyof typeof CALL_STATEMENTS;
