import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { startTemporaryPostgres } from '@ringfence/db/embedded';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packPackage } from './pack-package.ts';
import { packagesBehind } from './packages-behind.ts';
import { runProgram } from './run-program.ts';
import { strangerManifest } from './stranger-manifest.ts';
import { STRICTEST } from './strictest.ts';

const EXAMPLE = new URL('../../examples/tenancy-notes/', import.meta.url);

/** tRPC's declarations name `ws`, which it doesn't bring, and Drizzle's its own drivers: who doesn't skip checking sees that without us. */
const OF_OTHERS = /^node_modules\/(?!@ringfence\/)/;

/** An empty folder into which the tarball was installed, as a stranger would, and a Postgres without any role of ours. */
let folder = '';
let installed = '';
let postgres: Awaited<ReturnType<typeof startTemporaryPostgres>>;
let superuser: Client;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tenancy-stranger-'));
  installed = path.join(folder, 'node_modules/@ringfence/tenancy');
  const [tarball] = await Promise.all([packPackage('tenancy', folder), preparePostgres()]);
  await writeFile(path.join(folder, 'package.json'), await strangerManifest(EXAMPLE, tarball));
  await writeFile(path.join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: STRICTEST, include: ['src'] }));
  for (const part of ['src', 'migrations']) await cp(fileURLToPath(new URL(part, EXAMPLE)), path.join(folder, part), { recursive: true });
  const { status, output } = await runProgram('npm', ['install', '--no-audit', '--no-fund'], { cwd: folder });
  expect(status, output).toBe(0);
}, 180_000);

afterAll(async () => {
  await superuser.end();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
});

async function preparePostgres(): Promise<void> {
  postgres = await startTemporaryPostgres();
  superuser = new Client({ connectionString: postgres.databaseUrl });
  await superuser.connect();
  await superuser.query(`create role notes_admin login createrole password 'admin'`);
}

/** The example's own tests, on an empty database whose owner is no superuser; with a sin, after the example's own migrations. */
async function runExample(name: string, sin?: string): Promise<{ status: number | null; output: string }> {
  await superuser.query(`create database ${name} owner notes_admin`);
  const url = new URL(postgres.databaseUrl);
  Object.assign(url, { username: 'notes_admin', password: 'admin', pathname: `/${name}` });
  const last = path.join(folder, 'migrations/0009-sin.sql');
  if (sin) await writeFile(last, sin);
  try {
    return await runProgram('npm', ['test'], { cwd: folder, env: { ...process.env, DATABASE_URL: url.href } });
  } finally {
    await rm(last, { force: true });
  }
}

test('the example and what the README shows compile in the strictest way against what was installed', async () => {
  const shown = [...(await readFile(path.join(installed, 'README.md'), 'utf8')).matchAll(/^```ts\n(.*?)^```$/gms)];
  expect(shown.length).toBeGreaterThan(4);
  await Promise.all(shown.map(([, code = ''], index) => writeFile(path.join(folder, `src/shown-${index}.ts`), code)));
  const { output } = await runProgram(process.execPath, ['node_modules/typescript/bin/tsc', '--project', '.'], { cwd: folder });
  expect(output.split('\n').filter((line) => line !== '' && !line.startsWith(' ') && !OF_OTHERS.test(line))).toEqual([]);
});

test('the example holds organisations apart, in a database without a superuser', async () => {
  const { status, output } = await runExample('notes');
  expect(status, output).toBe(0);
  expect(output).toMatch(/^# pass \d\d$|^ℹ pass \d\d$/m);
});

const ADMITS_ANYBODY = `
  grant create on schema tenancy to notes_lookup;
  set local role notes_lookup;
  create or replace function tenancy.admit(org_id uuid, actor_kind text, actor_id text) returns text
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$ select 'writer' $$`;

test.each([
  ['force', 'alter table public.tags no force row level security', ['not even for who owns the tables', 'the catalogue says']],
  [
    'policy',
    'alter policy notes_org_select on public.notes using (true)',
    ['without a tenant there are no rows', 'sees its own rows alone'],
  ],
  ['admission', ADMITS_ANYBODY, ['who does not belong is refused']],
])('the example goes red without its %s', async (guard, sin, missed) => {
  const { status, output } = await runExample(`without_${guard}`, sin);
  expect(status, output).toBe(1);
  const failed = output.split('\n').filter((line) => /^\s*(✖|not ok)/.test(line));
  for (const name of missed) expect(failed.join('\n')).toContain(name);
});

test('each opening needs no more than it says, in code and in types', async () => {
  const manifest: Manifest = JSON.parse(await readFile(path.join(installed, 'package.json'), 'utf8'));
  const behind = async (opening: string) => {
    const { types, default: code } = manifest.exports[opening] ?? { types: '', default: '' };
    return { code: await packagesBehind(path.join(installed, code)), types: await packagesBehind(path.join(installed, types)) };
  };
  const [kernel, types] = [
    ['drizzle-orm', 'pg', 'pg-protocol'],
    ['drizzle-orm', 'pg'],
  ];
  expect(Object.keys(manifest.exports)).toEqual(['.', './install', './trpc', './verify', './worker']);
  expect(await behind('.')).toEqual({ code: kernel, types });
  expect(await behind('./install')).toEqual({ code: [], types: [] });
  expect(await behind('./trpc')).toEqual({ code: ['drizzle-orm'], types });
  expect(await behind('./verify')).toEqual({ code: [], types: [] });
  expect(await behind('./worker')).toEqual({ code: ['drizzle-orm', 'graphile-worker', 'pg'], types });
  expect(Object.keys(manifest.dependencies)).toEqual(['@types/pg', 'pg', 'pg-protocol']);
  expect(manifest.peerDependencies).toEqual({
    'drizzle-orm': expect.stringMatching(/^\d/),
    'graphile-worker': expect.stringMatching(/^\d/),
  });
  expect(manifest.peerDependenciesMeta).toEqual({ 'graphile-worker': { optional: true } });
});

test('the tarball holds code, declarations, SQL and words, and nothing of our tests or other packages', async () => {
  const files = (await readdir(installed, { recursive: true })).filter((file) => /\.\w+$/.test(file) && !file.startsWith('node_modules'));
  expect(files).toEqual(expect.arrayContaining(['README.md', 'sql/0001_context.sql', 'sql/queue/queue.sql', 'dist/index.d.ts']));
  expect(files.filter((file) => !/^(README\.md|package\.json|sql\/.*\.sql|dist\/.*(\.js|\.d\.ts))$/.test(file))).toEqual([]);
  expect(files.filter((file) => /test|fixture/.test(file))).toEqual([]);
  for (const file of files.filter((name) => name.startsWith('dist/'))) {
    const text = await readFile(path.join(installed, file), 'utf8');
    expect(text.match(/@ringfence\/(?!tenancy)|ringfence_|(?:from |import\()'\.[^']*\.ts'/)?.[0], file).toBeUndefined();
  }
});

interface Manifest {
  readonly exports: Readonly<Record<string, { readonly types: string; readonly default: string }>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta: Readonly<Record<string, object>>;
}
