import type { ServerResponse } from 'node:http';
import { afterEach, expect, expectTypeOf, test } from 'vitest';
import { createRingfenceClient } from './create-ringfence-client.ts';
import { failureOf } from './failure-of.ts';
import type { RingfenceFailure } from './ringfence-failure.ts';
import { batchOf, refusalOf, scriptedServer, type ScriptedServer } from './scripted-server.fixture.ts';

const ID = '0193a5b0-0000-7000-8000-000000000001';
const SESSION = { user: { id: ID, email: null, name: null }, organizations: [], activeOrgId: null };
const hangUp = (response: ServerResponse) => response.destroy();
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

async function server(...answers: Parameters<typeof scriptedServer>[0]): Promise<ScriptedServer> {
  const made = await scriptedServer(answers);
  closing.push(made.close);
  return made;
}

function clientOf({ url }: { url: string }) {
  return createRingfenceClient({ url, apiKey: 'rf_a' });
}

async function failure(asked: Promise<unknown>): Promise<RingfenceFailure | null> {
  return asked.then(
    () => null,
    (error: unknown) => failureOf(error),
  );
}

test('an API key goes out as the bearer token, and no cookie', async () => {
  const scripted = await server(batchOf(SESSION));
  expect(await clientOf(scripted).session.me.query()).toEqual(SESSION);
  expect(scripted.asked[0]?.headers).toMatchObject({ authorization: 'Bearer rf_a' });
  expect(scripted.asked[0]?.headers.cookie).toBeUndefined();
});

test('a client that is ended gives up what is on its way and sends nothing any more, stream or not', async () => {
  const scripted = await server(() => {});
  const ending = new AbortController();
  const client = createRingfenceClient({ url: scripted.url, apiKey: 'rf_a', signal: ending.signal });
  const asked = failure(client.session.me.query());
  const told: (string | undefined)[] = [];
  client.calls.updates.subscribe({}, { onError: (error) => told.push(failureOf(error)?.kind) });
  await expect.poll(() => scripted.asked.length).toBe(2);
  ending.abort();
  expect(await asked).toMatchObject({ kind: 'aborted' });
  expect(await failure(client.session.me.query())).toMatchObject({ kind: 'aborted' });
  client.calls.updates.subscribe({}, { onError: (error) => told.push(failureOf(error)?.kind) });
  expect(scripted.asked).toHaveLength(2);
});

test.each([
  ['the connection is lost', hangUp],
  ['the server is away (503)', refusalOf(503, 'SERVICE_UNAVAILABLE')],
  [
    'a proxy says so in HTML',
    (response: ServerResponse) => response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>'),
  ],
  ['it asks for patience (429)', refusalOf(429, 'TOO_MANY_REQUESTS')],
])('a query is asked again when %s', async (_when, answer) => {
  const scripted = await server(answer, answer, batchOf(SESSION));
  expect(await clientOf(scripted).session.me.query()).toEqual(SESSION);
  expect(scripted.asked).toHaveLength(3);
});

test('a query is asked four times at most, and never after a refusal', async () => {
  const away = await server(refusalOf(503, 'SERVICE_UNAVAILABLE'));
  expect(await failure(clientOf(away).session.me.query())).toMatchObject({ kind: 'unavailable', message: 'told: SERVICE_UNAVAILABLE' });
  expect(away.asked).toHaveLength(4);
  for (const [status, code] of [
    [400, 'BAD_REQUEST'],
    [403, 'FORBIDDEN'],
    [404, 'NOT_FOUND'],
    [409, 'CONFLICT'],
    [500, 'INTERNAL_SERVER_ERROR'],
  ] as const) {
    const scripted = await server(refusalOf(status, code));
    await failure(clientOf(scripted).session.me.query());
    expect(scripted.asked, code).toHaveLength(1);
  }
});

test('what the server asks for as Retry-After is waited out, and what is beyond patience is not', async () => {
  const scripted = await server(refusalOf(429, 'TOO_MANY_REQUESTS', { 'retry-after': '1' }), batchOf(SESSION));
  const askedAt = performance.now();
  await clientOf(scripted).session.me.query();
  expect(performance.now() - askedAt).toBeGreaterThan(1_000);
  const long = await server(refusalOf(503, 'SERVICE_UNAVAILABLE', { 'retry-after': '3600' }), batchOf(SESSION));
  expect(await failure(clientOf(long).session.me.query())).toMatchObject({ kind: 'unavailable', retryAfterMs: 3_600_000 });
});

test.each([
  ['the connection is lost', hangUp, 'unreachable'],
  ['the server is away (503): it may have been done', refusalOf(503, 'SERVICE_UNAVAILABLE'), 'unavailable'],
  ['a proxy gives up', (response: ServerResponse) => response.writeHead(504).end(), 'unavailable'],
  ['something is wrong there', refusalOf(500, 'INTERNAL_SERVER_ERROR'), 'internal'],
] as const)('a change is never sent again when %s', async (_when, answer, kind) => {
  const scripted = await server(answer, batchOf({ orgId: ID }));
  expect(await failure(clientOf(scripted).session.switch.mutate({ orgId: ID }))).toMatchObject({ kind });
  expect(scripted.asked).toHaveLength(1);
});

test('a change is sent again when it was refused before it began, or nobody was there to take it', async () => {
  const scripted = await server(refusalOf(429, 'TOO_MANY_REQUESTS'), batchOf({ orgId: ID }));
  expect(await clientOf(scripted).session.switch.mutate({ orgId: ID })).toEqual({ orgId: ID });
  expect(scripted.asked).toHaveLength(2);

  const gone = await scriptedServer([]);
  await gone.close();
  const sending = clientOf(gone).session.switch.mutate({ orgId: ID });
  const back = await scriptedServer([batchOf({ orgId: ID })], Number(new URL(gone.url).port));
  closing.push(back.close);
  expect(await sending).toEqual({ orgId: ID });
  expect(back.asked).toHaveLength(1);
});

test('of a batch only the entry that failed is asked again', async () => {
  const call = { error: 'SERVICE_UNAVAILABLE' };
  const scripted = await server(batchOf(SESSION, call), batchOf({ items: [], nextCursor: null }));
  const { session, calls } = clientOf(scripted);
  expect(await Promise.all([session.me.query(), calls.list.query({ limit: 7 })])).toEqual([SESSION, { items: [], nextCursor: null }]);
  expect(scripted.asked.map(({ url }) => url.pathname)).toEqual(['/trpc/session.me,calls.list', '/trpc/calls.list']);
});

test('more than fifty at once go in several batches', async () => {
  const scripted = await server((response, { url }) => batchOf(...url.pathname.split(',').map(() => SESSION))(response));
  const { session } = clientOf(scripted);
  await Promise.all(Array.from({ length: 120 }, () => session.me.query()));
  expect(scripted.asked.map(({ url }) => url.pathname.split(',').length)).toEqual([50, 50, 20]);
});

test('who gives up is told so at once: in a batch, and while waiting to ask again', async () => {
  const scripted = await server(() => {}, refusalOf(429, 'TOO_MANY_REQUESTS', { 'retry-after': '20' }));
  const { session, organization } = clientOf(scripted);
  const [first, second, third] = [new AbortController(), new AbortController(), new AbortController()];
  const asked = session.me.query(undefined, { signal: first.signal });
  const other = organization.current.query(undefined, { signal: second.signal });
  await expect.poll(() => scripted.asked.length).toBe(1);
  first.abort();
  expect(await failure(asked)).toMatchObject({ kind: 'aborted' });
  second.abort();
  expect(await failure(other)).toMatchObject({ kind: 'aborted' });

  const waiting = session.me.query(undefined, { signal: third.signal });
  await expect.poll(() => scripted.asked.length).toBe(2);
  third.abort();
  expect(await failure(waiting)).toMatchObject({ kind: 'aborted' });
  expect(await failure(session.me.query(undefined, { signal: AbortSignal.abort() }))).toMatchObject({ kind: 'aborted' });
  expect(scripted.asked).toHaveLength(2);
});

test('a failure says what a program needs, as one closed union', async () => {
  const told = [
    [
      { error: 'BAD_REQUEST', data: { field: 'limit', path: 'calls.list' } },
      { kind: 'invalid-input', field: 'limit', path: 'calls.list' },
    ],
    [{ error: 'PAYLOAD_TOO_LARGE' }, { kind: 'invalid-input', field: 'input', path: null }],
    [
      { error: 'INTERNAL_SERVER_ERROR', data: { reference: 'r1' } },
      { kind: 'internal', reference: 'r1' },
    ],
    [{ error: 'UNAUTHORIZED' }, { kind: 'unauthorized' }],
    [{ error: 'A_CODE_OF_TOMORROW' }, { kind: 'internal', reference: null }],
  ] as const;
  for (const [entry, expected] of told) {
    const scripted = await server(batchOf(entry));
    expect(await failure(clientOf(scripted).session.me.query())).toMatchObject({ ...expected, message: `told: ${entry.error}` });
  }
  expect(failureOf(new Error('mine'))).toBeNull();
  expectTypeOf<Extract<RingfenceFailure, { field: string }>['kind']>().toEqualTypeOf<'invalid-input'>();
  expectTypeOf<RingfenceFailure['kind']>().toEqualTypeOf<
    | 'unauthorized'
    | 'forbidden'
    | 'not-found'
    | 'conflict'
    | 'unreachable'
    | 'aborted'
    | 'invalid-input'
    | 'rate-limited'
    | 'unavailable'
    | 'internal'
  >();
});
