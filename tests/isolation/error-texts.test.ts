import { leads } from '@ringfence/db/schema';
import { postTwilio, statusCallback } from '@ringfence/testing/telephony';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { answerTo } from './api/answer.ts';
import { attackedPlatform, type AttackedPlatform } from './api/attacked-platform.ts';
import { callProcedure } from './api/call-procedure.ts';
import { inputOf } from './api/input-of.ts';
import type { Names } from './api/names.ts';
import { PROCEDURES } from './api/procedures.ts';
import { listTenantTables } from './database/tenant-tables.ts';

/** What an error of the database may hold: a row's values, a place in our SQL, a name of ours, a place in our code. */
const DRIVER_TEXT =
  /canary|\bselect\b|\binsert into\b|\bupdate\b.*\bset\b|violates|relation|column|constraint|ringfence_app|pl\/pgsql|sqlstate|\b(?:P0001|22012|23505|42501)\b|node_modules|\.ts:\d+|    at /i;

/** Every table answers every question with an error that tells the whole row. */
const TELLS_ALL = `
  create function public.tell_all(told text) returns boolean language plpgsql set search_path = pg_catalog, pg_temp as $$
  begin raise exception 'canary-message %', told using detail = 'canary-detail ' || told, hint = 'canary-hint', constraint = 'canary_constraint', table = 'canary_table', column = 'canary_column'; end $$`;

let world: AttackedPlatform;
let names: Names;
let superuser: Client;
beforeAll(async () => {
  world = await attackedPlatform();
  names = await world.namesOf(world.a);
  superuser = new Client({ connectionString: world.platform.database.urls.superuser });
  await superuser.connect();
}, 120_000);
afterAll(async () => {
  await superuser.end();
  await world.close();
});
afterEach(() => vi.unstubAllEnvs());

function askAll() {
  return Promise.all(
    PROCEDURES.map(async (procedure) => {
      const { path, kind } = procedure;
      return { path, answer: await callProcedure(world.platform.url, kind, path, world.a.token, inputOf(procedure, names)) };
    }),
  );
}

async function breakAllTables(): Promise<void> {
  await superuser.query(TELLS_ALL);
  for (const { name } of await listTenantTables(superuser)) {
    const bare = name.split('.').at(-1);
    await superuser.query(
      `create policy ${bare}_org_tells on ${name} as restrictive to ringfence_app using (public.tell_all(${bare}::text)) with check (public.tell_all(${bare}::text))`,
    );
  }
}

test('ATK-025 the owner is answered before anything is broken', { timeout: 60_000 }, async () => {
  const reads = (await askAll()).filter(({ path }) =>
    ['calls.list', 'calls.get', 'leads.list', 'knowledge.search', 'members.list'].includes(path),
  );
  expect(reads.map(({ answer }) => answer.status)).toEqual(reads.map(() => 200));
  await breakAllTables();
  expect('canary-message (row)').toMatch(DRIVER_TEXT);
});

describe.each(['production', 'staging', 'development', 'test'])('ATK-025 where NODE_ENV is %s', (environment) => {
  test('no answer holds anything of what the database said', { timeout: 60_000 }, async () => {
    vi.stubEnv('NODE_ENV', environment);
    const answers = await askAll();
    expect(answers.filter(({ answer }) => answer.status === 500 || answer.body.includes('INTERNAL_SERVER_ERROR')).length).toBeGreaterThan(
      8,
    );
    for (const { path, answer } of answers) expect(withoutOwnWords(answer.body), path).not.toMatch(DRIVER_TEXT);
  });

  test('no route outside tRPC tells more', { timeout: 60_000 }, async () => {
    vi.stubEnv('NODE_ENV', environment);
    const { url, publicUrl } = world.platform;
    const path = `/webhooks/twilio/${world.a.seeded.connectionId}/status`;
    const posted = await postTwilio({
      url,
      publicUrl,
      path,
      secret: world.a.seeded.secret,
      form: statusCallback({ phone: '+4915112345678' }),
    });
    expect(posted.status).toBeGreaterThanOrEqual(500);
    for (const body of [
      await posted.text(),
      (await answerTo(`${url}/recordings/${names.recordingId}/audio?token=x`)).body,
      (await answerTo(`${url}/readyz`)).body,
      (await answerTo(`${url}/trpc/calls.get?input=%7B`)).body,
    ]) {
      expect(body).not.toMatch(DRIVER_TEXT);
    }
  });
});

/** tRPC's own refusals name procedures and fields of ours, which are public. */
function withoutOwnWords(body: string): string {
  return body.replaceAll(/"(?:path|field)":"[^"]*"/g, '');
}

test('ATK-025 the kernel itself tells no more than which rule was broken', async () => {
  const count = world.platform.tenancies.app.inTenant(world.a.seeded.owner, (db) => db.$count(leads));
  await expect(count).rejects.toThrow(/^A statement failed \(P0001/);
  await expect(count).rejects.not.toThrow(/canary-(?:message|detail|hint)/);
});
