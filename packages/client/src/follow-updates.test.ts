import type { ServerResponse } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { createRingfenceClient } from './create-ringfence-client.ts';
import { failureOf } from './failure-of.ts';
import type { RingfenceFailure } from './ringfence-failure.ts';
import type { RingfenceOutputs } from './ringfence-router.ts';
import { refusalOf, scriptedServer, type ScriptedServer } from './scripted-server.fixture.ts';

let scripted: ScriptedServer;
const followed: { unsubscribe(): void }[] = [];
afterEach(async () => {
  for (const stream of followed.splice(0)) stream.unsubscribe();
  await scripted.close();
});

/** A stream that tells some calls and is then cut off; `retry` is what EventSource waits, so that no test waits 3 s. */
function streamOf(...ids: string[]) {
  return (response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(`retry: 1\nevent: connected\ndata: {}\n\n`);
    for (const id of ids) response.write(`data: ${JSON.stringify({ id })}\nid: ${id}\n\n`);
    response.end();
  };
}

interface Follower {
  readonly seen: string[];
  readonly tokens: string[];
  readonly ended: Promise<RingfenceFailure | null>;
}

function follow(): Follower {
  const [seen, tokens]: [string[], string[]] = [[], []];
  const client = createRingfenceClient({
    url: scripted.url,
    token(refused) {
      tokens.push(refused === undefined ? 'asked' : `instead of ${refused}`);
      return Promise.resolve(`token-${tokens.length}`);
    },
  });
  const { promise: ended, resolve } = Promise.withResolvers<RingfenceFailure | null>();
  followed.push(
    client.calls.updates.subscribe(
      {},
      {
        onData: ({ id }: { id: string; data: RingfenceOutputs['calls']['list']['items'][number] }) => seen.push(id),
        onError: (error) => resolve(failureOf(error)),
      },
    ),
  );
  return { seen, tokens, ended };
}

test('a stream that is cut off comes back from its last event on, each time with a token asked for anew', async () => {
  scripted = await scriptedServer([streamOf('a', 'b'), streamOf('c'), () => {}]);
  const { seen, tokens } = follow();
  await expect.poll(() => scripted.asked.length, { timeout: 10_000 }).toBe(3);
  expect(seen).toEqual(['a', 'b', 'c']);
  expect(scripted.asked.map(({ headers }) => headers['last-event-id'])).toEqual([undefined, 'b', 'c']);
  expect(scripted.asked.map(({ headers }) => headers.authorization)).toEqual(['Bearer token-1', 'Bearer token-2', 'Bearer token-3']);
  expect(tokens).toEqual(['asked', 'asked', 'asked']);
});

test('a server that is away or wants patience ends no stream', { timeout: 30_000 }, async () => {
  const proxy = (response: ServerResponse) => response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>');
  const answers = [
    streamOf('a'),
    refusalOf(503, 'SERVICE_UNAVAILABLE'),
    proxy,
    refusalOf(429, 'TOO_MANY_REQUESTS'),
    streamOf('b'),
    () => {},
  ];
  scripted = await scriptedServer(answers);
  const { seen } = follow();
  await expect.poll(() => seen, { timeout: 25_000 }).toEqual(['a', 'b']);
  expect(scripted.asked[4]?.headers['last-event-id']).toBe('a');
});

test('a stream that is refused ends for good: 403 at once, 401 after one other token', async () => {
  scripted = await scriptedServer([streamOf('a'), refusalOf(403, 'FORBIDDEN')]);
  expect(await follow().ended).toMatchObject({ kind: 'forbidden' });
  expect(scripted.asked).toHaveLength(2);
  await scripted.close();

  scripted = await scriptedServer([streamOf('a'), refusalOf(401, 'UNAUTHORIZED')]);
  const { ended, tokens } = follow();
  expect(await ended).toMatchObject({ kind: 'unauthorized' });
  expect(tokens).toEqual(['asked', 'asked', 'instead of token-2']);
  expect(scripted.asked).toHaveLength(3);
});
