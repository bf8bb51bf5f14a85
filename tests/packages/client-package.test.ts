import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createRingfenceClient } from '@ringfence/client';
import { seedOrganization, type SeededOrganization } from '@ringfence/testing/organizations';
import { startTestPlatform, type TestPlatform } from '@ringfence/testing/platform';
import { postTwilio, statusCallback } from '@ringfence/testing/telephony';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleForBrowser } from './bundle-for-browser.ts';
import { packPackage } from './pack-package.ts';
import { runProgram } from './run-program.ts';
import { STRICTEST } from './strictest.ts';

const EXAMPLE = fileURLToPath(new URL('../../examples/watch-calls/src', import.meta.url));
/** Nothing of these may be needed to compile or to load: what the server is made of, and what only Node has. */
const OF_THE_SERVER = /drizzle|fastify|\bpg\b|postgres|\bzod\b|better-auth|@ringfence\/(?!client)|node:|\brequire\(/i;

/** tRPC's declarations name `ws`, which it doesn't bring; who doesn't skip checking libraries sees that with any tRPC client. */
const TRPC_ITSELF = /^node_modules\/@trpc\/server\/.*Cannot find module 'ws'/;

/** An empty folder into which the tarball was installed, as a stranger would. */
let folder = '';
let platform: TestPlatform;
let acme: SeededOrganization;
let apiKey = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ringfence-stranger-'));
  const [tarball] = await Promise.all([packPackage('client', folder), preparePlatform()]);
  await writeFile(path.join(folder, 'package.json'), JSON.stringify({ name: 'stranger', private: true, type: 'module' }));
  await writeFile(path.join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: STRICTEST, include: ['src'] }));
  await cp(EXAMPLE, path.join(folder, 'src'), { recursive: true });
  const installed = await runProgram('npm', ['install', '--no-audit', '--no-fund', tarball, '@types/node@24'], { cwd: folder });
  expect(installed.status, installed.output).toBe(0);
}, 180_000);
afterAll(async () => {
  await platform.close();
  await rm(folder, { recursive: true, force: true });
});

async function preparePlatform(): Promise<void> {
  platform = await startTestPlatform();
  acme = await seedOrganization(platform.tenancies, 'Acme Ltd');
  const token = await platform.identity.signToken({ userId: acme.owner.actor.id, orgId: acme.orgId, ttlSeconds: 600 });
  const made = await createRingfenceClient({ url: platform.url, token }).apiKeys.create.mutate({ name: 'watcher', role: 'viewer' });
  apiKey = made.key;
}

async function call(phone: string): Promise<void> {
  const { url, publicUrl } = platform;
  const to = `/webhooks/twilio/${acme.connectionId}/status`;
  expect((await postTwilio({ url, publicUrl, path: to, secret: acme.secret, form: statusCallback({ phone }) })).status).toBe(204);
}

function typecheck(): ReturnType<typeof runProgram> {
  return runProgram(process.execPath, ['node_modules/typescript/bin/tsc', '--project', '.'], { cwd: folder });
}

test('what is installed says nothing of the server, in code or in types', async () => {
  const dist = path.join(folder, 'node_modules/@ringfence/client/dist');
  const files = await readdir(dist);
  expect(files).toContain('ringfence-router.d.ts');
  expect(files.filter((file) => /test|fixture|probe/.test(file))).toEqual([]);
  for (const file of files) expect((await readFile(path.join(dist, file), 'utf8')).match(OF_THE_SERVER)?.[0], file).toBeUndefined();
  const installed = await readdir(path.join(folder, 'node_modules/@ringfence'));
  expect(installed).toEqual(['client']);
});

test('a page that uses it loads a small bundle of four packages, and nothing of Node', { timeout: 60_000 }, async () => {
  const entry = path.join(folder, 'page.js');
  await writeFile(entry, `export * from '@ringfence/client';`);
  const { code, packages } = await bundleForBrowser(folder, entry);
  expect(packages.filter((name) => !name.startsWith('./'))).toEqual([
    '@ringfence/client',
    '@trpc/client',
    '@trpc/server',
    'eventsource',
    'eventsource-parser',
  ]);
  expect(code.match(OF_THE_SERVER)?.[0]).toBeUndefined();
  expect(code.length).toBeLessThan(120_000);
});

test('the example compiles in the strictest way, and what is wrong does not', { timeout: 60_000 }, async () => {
  await writeFile(path.join(folder, 'src/wrong.ts'), WRONG);
  const { output } = await typecheck();
  expect(output.split('\n').filter((line) => line !== '' && !TRPC_ITSELF.test(line))).toEqual([]);
});

/** Each line below a directive must be an error, or the directive is one. */
const WRONG = `
import { createRingfenceClient, failureOf, type RingfenceFailure, type RingfenceOutputs } from '@ringfence/client';
const { calls, session, ...others } = createRingfenceClient({ url: '', token: () => Promise.resolve('x') });
// @ts-expect-error a status that there isn't
void calls.list.query({ status: 'gone' });
// @ts-expect-error a field that there isn't
void calls.list.query({ orgId: 'x' });
// @ts-expect-error a number where a text goes
void calls.get.query({ id: 7 });
// @ts-expect-error nothing where something must be
void calls.get.query();
// @ts-expect-error a query is no mutation
void calls.list.mutate({});
// @ts-expect-error a stream is subscribed to
void calls.updates.query({});
// @ts-expect-error no such procedure
void calls.erase.mutate({});
// @ts-expect-error no such noun
void others.everything;
// @ts-expect-error either a token or a key
createRingfenceClient({ url: '', token: 'x', apiKey: 'rf_x' });
// @ts-expect-error one of them
createRingfenceClient({ url: '' });
void session.me.query().then(({ user, activeOrgId }) => {
  // @ts-expect-error may be null
  return user.email.length + activeOrgId.length;
});
type Call = RingfenceOutputs['calls']['list']['items'][number];
export function startedAt(call: Call): string {
  return call.startedAt;
}
// @ts-expect-error times are texts
export const late = (call: Call): Date => call.startedAt;
// @ts-expect-error a kind is missing
export function told(failure: RingfenceFailure): string {
  if (failure.kind === 'not-found') return failure.message;
  if (failure.kind === 'invalid-input') return failure.field;
}
// @ts-expect-error only a wrong input has a field
export const field = failureOf(null)?.field;
`;

test('the example lists calls with an API key, follows them past a lost connection, and ends when asked', { timeout: 60_000 }, async () => {
  const env = { ...process.env, RINGFENCE_URL: platform.url, RINGFENCE_API_KEY: apiKey };
  const program = spawn(process.execPath, ['src/watch-calls.ts'], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [program.stdout, program.stderr]) stream.on('data', (data: Buffer) => (output += data.toString()));
  const exited = once(program, 'exit');
  await expect.poll(() => output, { timeout: 20_000 }).toContain('following calls');
  expect(output).toMatch(/^listed {3}/m);
  await call('+4915100007001');
  await expect.poll(() => output, { timeout: 20_000 }).toMatch(/^changed .*\+4915100007001/m);
  platform.server.app.server.closeAllConnections();
  await call('+4915100007002');
  await expect.poll(() => output, { timeout: 20_000 }).toMatch(/^changed .*\+4915100007002/m);
  program.kill('SIGINT');
  expect(await exited).toEqual([0, null]);
});

test('the example says in words what is wrong', { timeout: 60_000 }, async () => {
  const run = (more: NodeJS.ProcessEnv) =>
    runProgram(process.execPath, ['src/watch-calls.ts'], { cwd: folder, env: { ...process.env, ...more } });
  const [missing, wrong] = await Promise.all([
    run({ RINGFENCE_API_KEY: '' }),
    run({ RINGFENCE_URL: platform.url, RINGFENCE_API_KEY: 'rf_wrong' }),
  ]);
  expect(missing).toMatchObject({ status: 2, output: expect.stringContaining('RINGFENCE_API_KEY is missing') });
  expect(wrong).toMatchObject({ status: 1, output: expect.stringContaining('Make another one') });
});
