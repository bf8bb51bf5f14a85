import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerTo } from './api/answer.ts';
import { attackedPlatform, type AttackedPlatform } from './api/attacked-platform.ts';
import { callProcedure } from './api/call-procedure.ts';
import type { Names } from './api/names.ts';
import { namesOfNobody } from './api/names.ts';
import { PROCEDURE_CASES } from './api/procedure-cases.ts';
import { PROCEDURES } from './api/procedures.ts';
import { stableAnswer } from './api/stable-answer.ts';

/** What a server could mistake for a word about the organisation. */
const HEADERS = [
  'x-org-id',
  'x-organization-id',
  'x-tenant-id',
  'org-id',
  'x-forwarded-user',
  'x-user-id',
  'x-app-metadata',
  'x-hasura-org-id',
];
const PARAMETERS = ['org_id', 'orgId', 'organization', 'tenant', 'token', 'access_token', 'authorization', 'apiKey', 'connectionParams'];
const FIELDS = ['org_id', 'orgId', 'organizationId', 'tenantId', 'userId', 'role'];
/** Asked twice, these change what they are asked about. */
const READ_ONLY = PROCEDURES.filter(({ kind }) => kind === 'query');

let world: AttackedPlatform;
let own: Names;
let victims: Names;
beforeAll(async () => {
  world = await attackedPlatform();
  own = await world.namesOf(world.b);
  victims = await world.namesOf(world.a);
}, 120_000);
afterAll(() => world.close());

function inputText(value: unknown): string {
  return value === undefined ? '' : `input=${encodeURIComponent(JSON.stringify(value))}`;
}

describe.each(READ_ONLY)('$path', ({ path, kind, input }) => {
  test('ATK-059 goes by the token alone: no header, parameter or cookie names another organisation', { timeout: 60_000 }, async () => {
    const { url } = world.platform;
    const asked = PROCEDURE_CASES[path]?.(own);
    const plain = stableAnswer(await callProcedure(url, kind, path, world.b.token, asked));
    expect(plain.status).toBe(200);
    const authorization = `Bearer ${world.b.token}`;
    const { orgId } = victims;
    for (const headers of [
      ...HEADERS.map((name) => ({ [name]: orgId })),
      { cookie: `org_id=${orgId}; orgId=${orgId}; ${world.a.cookie}` },
      { 'x-forwarded-host': `${orgId}.ringfence.test`, 'x-original-url': `/trpc/${path}?org_id=${orgId}` },
      { 'x-http-method-override': 'POST', 'trpc-accept': 'application/json' },
    ]) {
      const answer = await answerTo(`${url}/trpc/${path}?${inputText(asked)}`, { headers: { ...headers, authorization } });
      expect(stableAnswer(answer), JSON.stringify(headers)).toEqual(plain);
    }
    const parameters = PARAMETERS.filter((name) => name !== 'connectionParams').map((name) => `${name}=${orgId}`);
    for (const more of [
      ...parameters,
      `token=${world.a.token}`,
      `connectionParams=${encodeURIComponent(`{"token":"${world.a.token}"}`)}`,
    ]) {
      const answer = await answerTo(`${url}/trpc/${path}?${inputText(asked)}&${more}`, { headers: { authorization } });
      expect(stableAnswer(answer), more).toEqual(plain);
    }
    expect(await hostAsked(path, asked, `${orgId}.ringfence.test`)).toBe(plain.body);
  });

  test('ATK-059 refuses or ignores a field that names another organisation', async () => {
    const asked = PROCEDURE_CASES[path]?.(own);
    const plain = stableAnswer(await callProcedure(world.platform.url, kind, path, world.b.token, asked));
    for (const field of FIELDS) {
      const answer = await callProcedure(world.platform.url, kind, path, world.b.token, { ...Object(asked), [field]: victims.orgId });
      if (input === null) expect(stableAnswer(answer), field).toEqual(plain);
      else expect([answer.status, answer.body], field).toEqual([400, expect.stringContaining(field)]);
    }
  });
});

/** With a Host of one's own, which fetch doesn't let one set. */
async function hostAsked(path: string, asked: unknown, host: string): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const headers = { host, authorization: `Bearer ${world.b.token}` };
  const sent = request(`${world.platform.url}/trpc/${path}?${inputText(asked)}`, { headers }, (response) => {
    text(response).then(resolve, reject);
  });
  sent.on('error', reject).end();
  const body = await promise;
  return stableAnswer({ status: 200, headers: {}, body }).body;
}

/** A batch of queries; entries as their answers alone would be. */
async function batch(entries: readonly { path: string; asked: unknown }[]): Promise<{ status: number; bodies: string[] }> {
  const inputs = Object.fromEntries(entries.flatMap(({ asked }, index) => (asked === undefined ? [] : [[index, asked]])));
  const paths = entries.map(({ path }) => path).join(',');
  const answer = await answerTo(`${world.platform.url}/trpc/${paths}?batch=1&${inputText(inputs)}`, {
    headers: { authorization: `Bearer ${world.b.token}` },
  });
  const bodies = JSON.parse(answer.body) as unknown[];
  return { status: answer.status, bodies: bodies.map((entry) => stableAnswer({ ...answer, body: JSON.stringify(entry) }).body) };
}

async function alone(path: string, asked: unknown): Promise<string> {
  return stableAnswer(await callProcedure(world.platform.url, 'query', path, world.b.token, asked)).body;
}

test('ATK-061 of a batch each entry is judged alone: a foreign one as one that nobody has, the others answered', async () => {
  const before = await world.digestOf(world.a);
  const naming = READ_ONLY.flatMap(({ path }) => {
    const inputOf = PROCEDURE_CASES[path];
    return inputOf ? [{ path, inputOf }] : [];
  });
  expect(naming.length).toBeGreaterThan(4);
  const nobodys = namesOfNobody(victims);
  const entries = naming.flatMap(({ path, inputOf }) => [own, victims, nobodys].map((names) => ({ path, asked: inputOf(names) })));
  const { status, bodies } = await batch(entries);
  expect(status).toBe(207);
  for (const [index, { path, asked }] of entries.entries()) {
    const isOwn = index % 3 === 0;
    expect(bodies[index], path).toBe(await alone(path, asked));
    expect(bodies[index]?.includes('"result"'), path).toBe(isOwn);
    if (index % 3 === 1) expect(bodies[index], path).toBe(bodies[index + 1]);
  }
  for (const value of Object.values(victims)) expect(bodies.join()).not.toContain(value);
  expect(await world.digestOf(world.a)).toEqual(before);
});

test('ATK-061 a request has one token: of two the second is not looked at, and an entry can bring none', async () => {
  const { url } = world.platform;
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number | undefined; body: string }>();
  const { hostname, port } = new URL(url);
  const headers = ['host', hostname, 'authorization', `Bearer ${world.b.token}`, 'authorization', `Bearer ${world.a.token}`];
  request({ hostname, port, path: '/trpc/organization.current', headers }, (response) => {
    text(response).then((body) => resolve({ status: response.statusCode, body }), reject);
  })
    .on('error', reject)
    .end();
  const { status, body } = await promise;
  expect(body).not.toContain(victims.orgId);
  expect([200, 400, 401]).toContain(status);
  const asked = { id: own.callId, authorization: `Bearer ${world.a.token}` };
  expect((await batch([{ path: 'calls.get', asked }])).bodies[0]).toContain('"code":"BAD_REQUEST"');
});

test('ATK-063 of 49 own ids and one foreign the 49 are answered, and the one as one that nobody has', async () => {
  const before = await world.digestOf(world.a);
  const mixed = (foreign: string) =>
    [...Array.from({ length: 49 }, () => own.callId), foreign].map((id) => ({ path: 'calls.get', asked: { id } }));
  const foreign = await batch(mixed(victims.callId));
  expect(foreign).toEqual(await batch(mixed(namesOfNobody(victims).callId)));
  expect(foreign.bodies.filter((body) => body.includes('"result"'))).toHaveLength(49);
  expect(foreign.bodies.at(-1)).toContain('"code":"NOT_FOUND"');
  expect(await world.digestOf(world.a)).toEqual(before);
});

/** Procedures that take many ids at once: each needs a case of its own here, which says what its rule is. */
const BULK_CASES: readonly string[] = [];

test('ATK-063 every procedure that takes many ids at once has its case', () => {
  const bulk = PROCEDURES.filter(({ input }) => JSON.stringify(input ?? {}).match(/"items":\{[^{}]*"format":"uuid"/)).map(
    ({ path }) => path,
  );
  expect(bulk).toEqual(BULK_CASES);
});
