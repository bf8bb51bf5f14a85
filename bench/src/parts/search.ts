import postgres, { type Sql } from 'postgres';
import { type BenchDatabase, startBenchDatabase } from '../bench-database.ts';
import { backendCpu } from '../profile/backend-cpu.ts';
import { printBlock } from '../report/print-block.ts';
import { tableLines } from '../report/table-lines.ts';
import { openSearcher } from '../search/open-searcher.ts';
import { SEARCH_WAYS, type SearchWay } from '../search/search-ways.ts';
import { type SearchedData, SEARCHERS, SEARCHES } from '../search/searched-data.ts';
import { seedSearchedCalls } from '../search/seed-searched-calls.ts';
import { type TimedSearch, timeSearch } from '../search/time-search.ts';
import type { Part } from './part.ts';

interface Finding extends TimedSearch {
  readonly way: string;
  readonly of: string;
  readonly search: string;
}

/** Search in text under row-level security: ordinary indexes before, the product's pattern after, and what no isolation would give. */
export const search: Part = {
  name: 'search',
  async run({ isQuick, log, tell }) {
    const data: SearchedData = isQuick ? { calls: 20_000, organizations: 19 } : { calls: 1_000_000, organizations: 901 };
    // Not the shared one: summaries and their indexes would weigh on every other part's writes.
    const database = await startBenchDatabase(log);
    const sql = postgres(database.superuserUrl, { max: 1, onnotice: () => {} });
    try {
      const startedAt = performance.now();
      await seedSearchedCalls(sql, data);
      log(`  ${data.calls.toLocaleString('en')} calls with words seeded in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
      await sql`create extension btree_gin`;
      await sql`create extension pg_trgm`;
      const findings: Finding[] = [];
      for (const way of SEARCH_WAYS) {
        log(`  ${way.name}…`);
        await withIndexes(sql, way, async () => findings.push(...(await timeAll(database, way, isQuick ? 5 : 10))));
        tell('search', { data, findings });
      }
      for (const of of Object.keys(SEARCHERS))
        printBlock(`search for who has ${of}: ms on a processor (pages looked at)`, linesOf(findings, of));
    } finally {
      await sql.end();
      await database.stop();
    }
    return [];
  },
};

async function withIndexes(sql: Sql, { indexes }: SearchWay, work: () => Promise<unknown>): Promise<void> {
  for (const [name, definition] of Object.entries(indexes)) await sql.unsafe(`create index ${name} on public.calls ${definition}`);
  await sql`vacuum analyze public.calls`;
  await work();
  for (const name of Object.keys(indexes)) await sql.unsafe(`drop index public.${name}`);
}

async function timeAll(database: BenchDatabase, way: SearchWay, samples: number): Promise<Finding[]> {
  const findings: Finding[] = [];
  const readCpu = await backendCpu(database.superuserUrl);
  for (const [of, tenant] of Object.entries(SEARCHERS)) {
    const searcher = await openSearcher(database, tenant, way.isIsolated);
    for (const [name, { kind, text }] of Object.entries(SEARCHES)) {
      const timed = await timeSearch({ searcher, readCpu, samples }, way.statements[kind], [tenant.orgId, text]);
      findings.push({ way: way.name, of, search: name, ...timed });
    }
    await searcher.close();
  }
  return findings;
}

function linesOf(findings: readonly Finding[], of: string): string[] {
  const names = Object.keys(SEARCHES);
  const cell = (way: string, search: string) => {
    const found = findings.find((finding) => finding.way === way && finding.of === of && finding.search === search);
    return found ? `${found.cpuMs.toFixed(2)} (${found.pages.toLocaleString('en')})` : '';
  };
  return tableLines([['', ...names], ...SEARCH_WAYS.map(({ name }) => [name, ...names.map((search) => cell(name, search))])]);
}
