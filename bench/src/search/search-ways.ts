import type { Search } from './searched-data.ts';

/** One way to search, as an application would write it: what it needs beforehand, and its statement of organisation and pattern. */
export interface SearchWay {
  readonly name: string;
  /** Asked by the app's log-in inside its tenant, or past row-level security. */
  readonly isIsolated: boolean;
  /** Made for this way alone, and dropped behind it; indexes on the same keys would be chosen for the wrong one. */
  readonly indexes: Readonly<Record<string, string>>;
  readonly statements: Readonly<Record<Search['kind'], string>>;
}

const LEXEMES = `to_tsvector('simple', coalesce(summary, ''))`;
const NEWEST = 'order by started_at desc, id desc limit 51';
const ORDINARY: SearchWay['statements'] = {
  words: `select id, started_at, summary from public.calls where org_id = $1 and ${LEXEMES} @@ to_tsquery('simple', $2 || ':*') ${NEWEST}`,
  digits: `select id, started_at, summary from public.calls where org_id = $1
    and (from_number like '%' || $2 || '%' or to_number like '%' || $2 || '%') ${NEWEST}`,
};
const BY_FUNCTION = `select id, started_at, summary from public.calls where org_id = $1
  and id in (select found from public.search_calls($2, null, null, null, null, null, null, 51) as found) ${NEWEST}`;

const TEXT_INDEX = {
  bench_words: `using gin (${LEXEMES})`,
  bench_numbers: 'using gin (from_number gin_trgm_ops, to_number gin_trgm_ops)',
};
const TENANT_INDEX = {
  bench_words: `using gin (org_id, ${LEXEMES})`,
  bench_numbers: 'using gin (org_id, from_number gin_trgm_ops, to_number gin_trgm_ops)',
};

export const SEARCH_WAYS: readonly SearchWay[] = [
  { name: 'text index, no row-level security', isIsolated: false, indexes: TEXT_INDEX, statements: ORDINARY },
  { name: 'text index', isIsolated: true, indexes: TEXT_INDEX, statements: ORDINARY },
  { name: 'text index behind org_id (btree_gin), no row-level security', isIsolated: false, indexes: TENANT_INDEX, statements: ORDINARY },
  { name: 'text index behind org_id (btree_gin)', isIsolated: true, indexes: TENANT_INDEX, statements: ORDINARY },
  { name: 'keys of the tenant, by a function', isIsolated: true, indexes: {}, statements: { words: BY_FUNCTION, digits: BY_FUNCTION } },
];
