import * as schema from '@ringfence/db/schema';
import { getTableColumns, is } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PLUGIN = path.join(ROOT, 'packages/audit/src/eslint/index.ts');

interface Configuration {
  readonly settings: { readonly ringfence: { readonly globalTables: readonly string[] } };
}

async function configuration(): Promise<Configuration> {
  return JSON.parse(await readFile(path.join(ROOT, '.oxlintrc.json'), 'utf8'));
}

test('the linter knows each table that belongs to no tenant, and takes no other for one', async () => {
  const { settings } = await configuration();
  const globalTables = Object.entries(schema).flatMap(([name, table]) =>
    is(table, PgTable) && !('orgId' in getTableColumns(table)) ? [name] : [],
  );
  expect(settings.ringfence.globalTables.toSorted()).toEqual(globalTables.toSorted());
});

const FORGETFUL = `import { calls } from '@ringfence/db/schema';
import { Pool } from 'pg';
import { z } from 'zod';
export const GetCall = z.strictObject({ orgId: z.uuid() });
export const router = { get: procedure.input(GetCall) };
export async function getCall(db, input) {
  await db.select().from(calls);
  await db.insert(calls).values({ id: input.id });
  await db.execute(sql.raw(input.text));
  await db.execute('set app.org_id = 1');
  await db.execute('commit; select 1');
  return Pool;
}
`;

const ALL = [
  'no-org-in-input',
  'no-raw-fragment',
  'no-session-setting',
  'no-stacked-statements',
  'no-unbound-client',
  'org-in-values',
  'org-in-where',
];

/** Lints one source at several places by our own configuration, without putting it there. */
async function rulesBrokenAt(places: readonly string[]): Promise<Record<string, string[]>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'ringfence-lint-'));
  try {
    await writeFile(path.join(folder, '.oxlintrc.json'), JSON.stringify({ ...(await configuration()), jsPlugins: [PLUGIN] }));
    for (const place of places) {
      await mkdir(path.dirname(path.join(folder, place)), { recursive: true });
      await writeFile(path.join(folder, place), FORGETFUL);
    }
    const output = await new Promise<string>((resolve) => {
      execFile(path.join(ROOT, 'node_modules/.bin/oxlint'), ['--format', 'json'], { cwd: folder }, (_, stdout) => resolve(stdout));
    });
    const { diagnostics }: { diagnostics: { code?: string; filename: string }[] } = JSON.parse(output);
    const brokenAt = (place: string) =>
      diagnostics.flatMap(({ code, filename }) => (filename === place ? [/^ringfence\((.*)\)$/.exec(code ?? '')?.[1] ?? []].flat() : []));
    return Object.fromEntries(places.map((place) => [place, [...new Set(brokenAt(place))].toSorted()]));
  } finally {
    await rm(folder, { recursive: true });
  }
}

test('a query, client or input that forgets the tenant is found where the product is, and proofs may attack', async () => {
  const product = [
    'packages/platform/src/calls/get-call.ts',
    'packages/platform/src/calls/calls.router.ts',
    'packages/identity/src/trpc/trpc.ts',
    'packages/demo/src/seed.ts',
    'packages/tenancy/src/open-tenancy.ts',
    'apps/server/src/routes/webhooks/receive-webhook.ts',
    'apps/worker/src/worker.ts',
    'db/src/schema/calls.ts',
    'examples/a/src/a.ts',
  ];
  const broken = await rulesBrokenAt([
    ...product,
    'packages/domain/src/calls/get-call.ts',
    'packages/tenancy/src/connections/pool.ts',
    'db/src/migrate/migrate.ts',
    'tests/isolation/matrix.test.ts',
  ]);
  expect(Object.fromEntries(product.map((place) => [place, broken[place]]))).toEqual(
    Object.fromEntries(product.map((place) => [place, ALL])),
  );
  expect(broken['packages/domain/src/calls/get-call.ts']).toContain('no-org-in-input');
  expect(broken['packages/tenancy/src/connections/pool.ts']).toEqual(ALL.filter((rule) => !/client|setting/.test(rule)));
  expect(broken['db/src/migrate/migrate.ts']).toEqual(['no-org-in-input', 'org-in-values']);
  expect(broken['tests/isolation/matrix.test.ts']).toEqual([]);
});
