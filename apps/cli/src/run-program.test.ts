import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { attachEmbeddedPostgres } from '@ringfence/db/embedded';
import { openIdentity } from '@ringfence/identity/embedded';
import { testDatabase } from '@ringfence/testing/database';
import type { Command } from 'commander';
import { afterAll, expect, test, vi } from 'vitest';
import { createProgram } from './create-program.ts';
import { runProgram } from './run-program.ts';

vi.setConfig({ testTimeout: 60_000 });

const database = await testDatabase();
const sinned = await testDatabase({ sin: 'alter table public.leads no force row level security' });
afterAll(() => Promise.all([database.close(), sinned.close()]));

const NO_LOG_INS = { APP_DATABASE_URL: '', WORKER_DATABASE_URL: '', IDENTITY_DATABASE_URL: '', SERVICE_DATABASE_URL: '' };
const UNKNOWN = '0199a000-0000-7000-8000-000000000000';

function variablesOf({ urls, secretKey }: typeof database): Record<string, string> {
  return {
    DATABASE_URL: urls.superuser,
    APP_DATABASE_URL: urls.app,
    WORKER_DATABASE_URL: urls.worker,
    IDENTITY_DATABASE_URL: urls.identity,
    SERVICE_DATABASE_URL: urls.service,
    RINGFENCE_SECRET_KEY: secretKey.toString('base64'),
    PUBLIC_URL: 'https://calls.example/',
  };
}

/** Runs one command on a database of its own; what it printed, what it told, how it ended. */
async function run(args: string[], variables: Record<string, string> = {}, on = database) {
  const [printed, told]: [string[], string[]] = [[], []];
  const exitCode = await runProgram(args, {
    variables: { ...variablesOf(on), ...variables },
    print: (text) => printed.push(text),
    tell: (line) => told.push(line),
  });
  return { exitCode, printed: printed.join(''), told };
}

async function json<Document>(...args: string[]): Promise<Document> {
  const { exitCode, printed, told } = await run([...args, '--json']);
  expect({ exitCode, told }).toEqual({ exitCode: 0, told: [] });
  return JSON.parse(printed) as Document;
}

const createOrg = async (name: string) => (await json<{ orgId: string }>('org', 'create', name)).orgId;

test('an organisation, a member with a token, and a way in for a provider', async () => {
  const orgId = await createOrg('Acme');
  expect(await json('org', 'list')).toContainEqual({ orgId, name: 'Acme', timeZone: 'UTC' });

  const anna = ['member', 'add', '--org', orgId, '--email', 'Anna@Example.com', '--password', 'correct horse'];
  const { userId } = await json<{ userId: string }>(...anna, '--role', 'admin');
  const again = await run([...anna, '--role', 'agent', '--json']);
  expect(again).toEqual({
    exitCode: 0,
    printed: `{"userId":"${userId}"}\n`,
    told: ['This user is known already; the password stays as it was.'],
  });

  const { token } = await json<{ token: string }>('token', '--org', orgId, '--user', userId, '--ttl', '2m');
  const identity = openIdentity({ databaseUrl: database.urls.identity, secretKey: database.secretKey, publicUrl: 'https://calls.example' });
  expect(await identity.verifyToken(token)).toMatchObject({ userId, orgId });
  await identity.close();

  const connection = await json<Record<string, string>>(
    'connection',
    'add',
    '--org',
    orgId,
    '--provider',
    'twilio',
    '--secret',
    'auth-token',
    '--account-id',
    'AC1',
  );
  expect(connection).toEqual({
    connectionId: expect.any(String),
    secret: 'auth-token',
    webhookUrl: `https://calls.example/webhooks/twilio/${connection['connectionId']}`,
  });
  expect((await json<{ secret: string }>('connection', 'add', '--org', orgId, '--provider', 'vapi')).secret).toMatch(/^[0-9a-f]{48}$/);

  expect(await json('member', 'remove', '--org', orgId, '--user', userId)).toEqual({ userId });
  expect(await run(['member', 'remove', '--org', orgId, '--user', userId])).toEqual({
    exitCode: 1,
    printed: '',
    told: ['There is no such member.'],
  });
});

test('a member of an outside issuer is known by issuer and subject, before the first token or after, and by none that the settings do not have', async () => {
  const issuer = 'https://tenant.example/';
  const settings = { RINGFENCE_JWT_ISSUERS: JSON.stringify([{ issuer, jwksUri: `${issuer}jwks`, audience: 'ringfence' }]) };
  const orgId = await createOrg('Outside');
  const add = (email: string, subject: string, more: string[] = []) =>
    run(['member', 'add', '--org', orgId, '--email', email, '--role', 'agent', '--subject', subject, ...more, '--json'], settings);
  const ann = await add('Ann@example.com', 'auth0|ann', ['--issuer', issuer]);
  expect(ann).toMatchObject({ exitCode: 0, told: [] });
  const { userId } = JSON.parse(ann.printed) as { userId: string };
  expect((await add('ann@example.com', 'auth0|ann', ['--issuer', issuer])).printed).toBe(ann.printed);
  const identity = openIdentity({ databaseUrl: database.urls.identity, secretKey: database.secretKey, publicUrl: 'https://calls.example' });
  expect(await identity.findUserBySubject({ issuer, subject: 'auth0|ann' })).toMatchObject({ id: userId, email: 'ann@example.com' });
  await identity.close();
  expect(await add('bob@example.com', 'auth0|ann', ['--issuer', issuer])).toMatchObject({ exitCode: 0, printed: ann.printed });
  await add('bob@example.com', 'auth0|bob', ['--issuer', issuer]);
  expect(await add('bob@example.com', 'auth0|ann', ['--issuer', issuer])).toMatchObject({
    exitCode: 1,
    told: [expect.stringContaining('somebody else')],
  });
  expect(await add('ann@example.com', 'auth0|ann', ['--issuer', 'https://tenant.example'])).toMatchObject({
    exitCode: 2,
    told: [`issuer: expected one of RINGFENCE_JWT_ISSUERS: ${issuer}`],
  });
  expect(await add('ann@example.com', 'auth0|ann')).toMatchObject({
    exitCode: 2,
    told: [expect.stringMatching(/^issuer: expected together/)],
  });
  expect(await run(['member', 'legacy'])).toEqual({ exitCode: 0, printed: 'Nobody came in by user_metadata.org_id.\n', told: [] });
});

test('migrate can run twice and at the same time', async () => {
  const runs = await Promise.all([run(['migrate', '--json']), run(['migrate', '--json'])]);
  for (const each of runs) expect(each).toEqual({ exitCode: 0, printed: '{"applied":0}\n', told: [] });
});

test('migrate names the log-in that is not let in', async () => {
  const { exitCode, told } = await run(['migrate'], { SERVICE_DATABASE_URL: database.urls.service.replace(':s@', ':wrong@') });
  expect({ exitCode, told }).toEqual({
    exitCode: 2,
    told: [expect.stringContaining('SERVICE_DATABASE_URL: expected the address of ringfence_service')],
  });
});

test('verify passes what was migrated, and fails with the table and the check that was broken', async () => {
  const { exitCode, printed } = await run(['verify']);
  expect({ exitCode, last: printed.trim().split('\n').at(-1) }).toEqual({
    exitCode: 0,
    last: expect.stringMatching(/^\d+ tables, \d+ checks: all held\.$/),
  });
  const broken = await run(['verify'], {}, sinned);
  expect(broken.exitCode).toBe(1);
  expect(broken.told).toEqual([]);
  expect(broken.printed).toContain('public.leads: row-level security: on, not forced\n1 of ');
  expect(JSON.parse((await run(['verify', '--json'], {}, sinned)).printed)).toMatchObject({ ok: false });
});

test.each([
  [[], 'Expected a command; --help lists them.'],
  [['org'], 'Expected a command; --help lists them.'],
  [['foo'], `unknown command 'foo'`],
  [['org', 'list', '--loud'], `unknown option '--loud'`],
  [['org', 'create'], `missing required argument 'name'`],
  [['org', 'create', 'Acme', '--time-zone', 'Moon/Base'], 'timeZone: must be an IANA time zone such as Europe/Berlin'],
  [
    ['member', 'add', '--org', 'acme', '--email', 'a@b.example', '--role', 'owner'],
    `option '--org <id>' argument 'acme' is invalid. Expected a uuid.`,
  ],
  [['member', 'add', '--org', UNKNOWN, '--email', 'a@b.example'], `required option '--role <role>' not specified`],
  [
    ['member', 'add', '--org', UNKNOWN, '--email', 'a@b.example', '--role', 'boss'],
    `option '--role <role>' argument 'boss' is invalid. Allowed choices are owner, admin, agent, viewer.`,
  ],
  [
    ['connection', 'add', '--org', UNKNOWN, '--provider', 'carrier-pigeon'],
    `option '--provider <provider>' argument 'carrier-pigeon' is invalid. Allowed choices are twilio, vapi, ringfence.`,
  ],
  [
    ['token', '--org', UNKNOWN, '--user', UNKNOWN, '--ttl', 'long'],
    `option '--ttl <time>' argument 'long' is invalid. Expected a time such as 90s, 15m, 1h or 7d, of a year at most.`,
  ],
])('%j is wrong usage: exit 2 and one line', async (args, line) => {
  expect(await run(args)).toEqual({ exitCode: 2, printed: '', told: [line] });
});

test.each([
  [{ DATABASE_URL: 'mysql://x' }, 2, 'DATABASE_URL: expected a Postgres address (postgres://…).'],
  [{ PORT: 'high' }, 2, 'PORT: expected a port number.'],
  [{ PUBLIC_URL: 'calls.example' }, 2, 'PUBLIC_URL: expected an address (https://…).'],
  [{ RINGFENCE_SECRET_KEY: 'c2hvcnQ=' }, 2, 'RINGFENCE_SECRET_KEY: expected 32 bytes in base64.'],
  [
    { RINGFENCE_SECRET_KEY: Buffer.alloc(32, 8).toString('base64') },
    2,
    'RINGFENCE_SECRET_KEY does not fit this database: expected the key it was first started with.',
  ],
  [
    { SERVICE_DATABASE_URL: 'postgres://ringfence_service:s@127.0.0.1:1/none' },
    1,
    'The database could not be reached. Try again in a moment.',
  ],
])('with %j the command ends in one line', async (variables, exitCode, line) => {
  const orgId = await createOrg('Another');
  expect(await run(['member', 'remove', '--org', orgId, '--user', UNKNOWN], variables)).toEqual({ exitCode, printed: '', told: [line] });
});

test('an organisation that is not there: exit 1, and nobody was made for it', async () => {
  const added = await run(['member', 'add', '--org', UNKNOWN, '--email', 'nobody@example.com', '--role', 'agent']);
  expect(added).toEqual({ exitCode: 1, printed: '', told: ['There is no such organisation.'] });
  const identity = openIdentity({ databaseUrl: database.urls.identity, secretKey: database.secretKey, publicUrl: 'https://calls.example' });
  expect(await identity.findUserByEmail('nobody@example.com')).toBeNull();
  await identity.close();
});

test('rebuild shows what would change, and knows no organisation that is not there', async () => {
  const orgId = await createOrg('Rebuilt');
  const shown = await json('rebuild', '--org', orgId);
  expect(shown).toMatchObject({ applied: false, events: { read: 0 }, calls: { added: 0, changed: 0 }, changes: [] });
  const done = await run(['rebuild', '--org', orgId, '--apply']);
  expect([done.exitCode, done.printed.split('\n').at(-2)]).toEqual([0, 'Done.']);
  expect(await run(['rebuild', '--org', UNKNOWN])).toEqual({ exitCode: 1, printed: '', told: ['There is no such organisation.'] });
});

/** Every command that does something, by the words that call it. */
function commandsOf(parent: Command, words: string[] = []): string[][] {
  if (parent.commands.length === 0) return [words];
  return parent.commands.flatMap((command) => commandsOf(command, [...words, command.name()]));
}

test('every command has --help and --json', async () => {
  const commands = commandsOf(createProgram({ variables: {}, print: () => {}, tell: () => {} }));
  expect(commands.map((words) => words.join(' '))).toContain('connection add');
  for (const words of commands) {
    expect(await run([...words, '--help'])).toEqual({ exitCode: 0, printed: expect.stringContaining('--json'), told: [] });
  }
});

test('a fresh data folder is ready for any command, and commands at the same time take turns', { timeout: 120_000 }, async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'ringfence-cli-'));
  const alone = { DATABASE_URL: '', RINGFENCE_DATA_DIR: dataDir, RINGFENCE_SECRET_KEY: '', ...NO_LOG_INS };
  const made = await Promise.all([run(['org', 'create', 'One', '--json'], alone), run(['org', 'create', 'Two', '--json'], alone)]);
  expect(made.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
  const { printed } = await run(['org', 'list', '--json'], alone);
  expect((JSON.parse(printed) as { name: string }[]).map(({ name }) => name).toSorted()).toEqual(['One', 'Two']);
  expect(await attachEmbeddedPostgres({ dataDir })).toBeNull();
  await rm(dataDir, { recursive: true });
});
