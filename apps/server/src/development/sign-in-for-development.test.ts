import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { createOrganization } from '@ringfence/platform/organizations';
import { openTenancies } from '@ringfence/testing/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runServer, type RunningServer, type TestMember } from '../running-server.fixture.ts';

const PUBLIC_URL = 'http://127.0.0.1:4000';
const owner = randomUUID();

let running: RunningServer;
let ordinary: RunningServer;
let devOrg: string;
let rival: TestMember;

beforeAll(async () => {
  running = await runServer(async (database) => {
    const tenancies = openTenancies(database);
    ({ orgId: devOrg } = await createOrganization(tenancies.app, { name: 'Acme Ltd', timeZone: 'UTC' }, owner));
    await tenancies.close();
    return { devOrg, publicUrl: PUBLIC_URL };
  });
  ordinary = await runServer(() => ({ publicUrl: PUBLIC_URL }));
  rival = await running.createOrganization('Rival Ltd');
});
afterAll(() => Promise.all([running.close(), ordinary.close()]));

interface Answered {
  readonly status: number;
  readonly body: string;
}

/** Asks as a program can, with any Host header: `fetch` sets its own. */
function ask(path: string, headers: Record<string, string> = {}, { url }: RunningServer = running): Promise<Answered> {
  const { promise, resolve, reject } = Promise.withResolvers<Answered>();
  const sent = request(new URL(path, url), { headers }, (response) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }));
  });
  sent.on('error', reject).end();
  return promise;
}

test('a request of one’s own machine without a token is the first owner’s, and so is the dashboard’s', async () => {
  const { status, body } = await ask('/trpc/organization.current');
  expect([status, JSON.parse(body)]).toMatchObject([200, { result: { data: { id: devOrg, role: 'owner' } } }]);
  expect((await ask('/trpc/calls.list', { host: 'localhost:4000', origin: PUBLIC_URL, 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  for (const path of ['/auth/get-session', '/auth/token']) expect(JSON.parse((await ask(path)).body)).toHaveProperty('token');
  const token = (JSON.parse((await ask('/auth/token')).body) as { token: string }).token;
  expect(await running.identity.verifyToken(token)).toMatchObject({ userId: owner, orgId: devOrg });
});

test('whoever has a token is who it says, and a wrong one is no token', async () => {
  const { body } = await ask('/trpc/organization.current', { authorization: `Bearer ${rival.token}` });
  expect(JSON.parse(body)).toMatchObject({ result: { data: { id: rival.orgId } } });
  for (const authorization of ['Bearer x', 'Basic x', 'Bearer ', '']) {
    expect([authorization, (await ask('/trpc/organization.current', { authorization })).status]).toEqual([authorization, 401]);
  }
});

test.each<[string, Record<string, string>]>([
  ['another name that leads here', { host: 'evil.example' }],
  ['a name that begins like this machine’s', { host: 'localhost.evil.example:4000' }],
  ['an address that begins like this machine’s', { host: '127.0.0.1.evil.example' }],
  ['a proxy in front', { 'x-forwarded-for': '127.0.0.1' }],
  ['a tunnel in front', { 'x-forwarded-host': 'calls.example' }],
  ['a proxy that follows the standard', { forwarded: 'for=127.0.0.1' }],
  ['another site in the browser', { origin: 'https://evil.example' }],
  ['no origin that can be named', { origin: 'null' }],
  ['another program’s page on this machine', { origin: 'http://127.0.0.1:5000' }],
  ['a link on another site', { 'sec-fetch-site': 'cross-site' }],
])('ATK-060: %s is not signed in', async (_what, headers) => {
  for (const path of ['/trpc/organization.current', '/trpc/session.me']) expect((await ask(path, headers)).status).toBe(401);
  expect((await ask('/auth/token', headers)).body).not.toContain('eyJ');
});

test('ATK-060: without the setting nothing a request says signs anybody in', async () => {
  const attempts: Record<string, string>[] = [
    {},
    { host: 'localhost' },
    { host: '127.0.0.1', 'x-ringfence-dev-org': devOrg },
    { 'x-dev-org': devOrg, cookie: `RINGFENCE_DEV_ORG=${devOrg}` },
  ];
  for (const headers of attempts) {
    expect((await ask(`/trpc/organization.current?RINGFENCE_DEV_ORG=${devOrg}`, headers, ordinary)).status).toBe(401);
    expect((await ask('/auth/token', headers, ordinary)).status).toBe(401);
  }
});
