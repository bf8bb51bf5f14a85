import type { CatalogueTable } from './list-tables.ts';
import type { Query } from '../query.ts';
import type { Verified } from './verified.ts';

interface Policy {
  readonly name: string;
  /** r, a, w, d, or * for all. */
  readonly command: string;
  readonly isPermissive: boolean;
  readonly roles: readonly string[];
  readonly using: string | null;
  readonly withCheck: string | null;
}

const VERBS = { r: 'select', a: 'insert', w: 'update', d: 'delete' } as const;

/** The organisation's test alone, or that and more: as Postgres prints an expression, a third bracket before it would mean OR. */
const CALL = String.raw`(?:\( SELECT (?:public\.)?auth_org_id\(\) AS auth_org_id\)|(?:public\.)?auth_org_id\(\))`;
const TEST = String.raw`\((?:org_id = ${CALL}|${CALL} = org_id)\)`;
const GOES_THROUGH = new RegExp(String.raw`^(?:${TEST}|\(${TEST} AND .*\))$`, 's');

/** Every verb has a policy, each goes through auth_org_id() and says `org` in its name; those to `exemptRoles` alone are passed over. */
export async function checkPolicies(query: Query, table: CatalogueTable, exemptRoles: readonly string[]): Promise<Verified> {
  const all = await query<Policy>(
    `select polname as "name", polcmd::text as "command", polpermissive as "isPermissive",
       array(select case when role = 0 then 'public' else role::regrole::text end from unnest(polroles) role) as "roles",
       pg_get_expr(polqual, polrelid) as "using", pg_get_expr(polwithcheck, polrelid) as "withCheck"
     from pg_policy where polrelid = $1 order by 1`,
    [table.oid],
  );
  const policies = all.filter(({ roles }) => !roles.every((role) => exemptRoles.includes(role)));
  const wrongs = [...policies.flatMap(wrongsOf), ...missingVerbs(policies)];
  const found = wrongs.length > 0 ? wrongs.join('; ') : `${policies.length} through auth_org_id()`;
  return { table: table.name, check: 'policies', ok: wrongs.length === 0, found };
}

function wrongsOf(policy: Policy): string[] {
  const passes = expressionsOf(policy).every((expression) => expression !== null && GOES_THROUGH.test(expression));
  return [
    ...(passes ? [] : [`${policy.name} does not go through auth_org_id()`]),
    ...(policy.name.includes('org') ? [] : [`${policy.name} does not say org in its name`]),
  ];
}

/** A missing check of a write falls back to `using`. */
function expressionsOf({ command, using, withCheck }: Policy): (string | null)[] {
  if (command === 'a') return [withCheck];
  return withCheck === null ? [using] : [using, withCheck];
}

function missingVerbs(policies: readonly Policy[]): string[] {
  return Object.entries(VERBS)
    .filter(([command]) => !policies.some((policy) => policy.isPermissive && (policy.command === command || policy.command === '*')))
    .map(([, verb]) => `none for ${verb}`);
}
