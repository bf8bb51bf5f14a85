import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { attackedPlatform, type AttackedPlatform } from './api/attacked-platform.ts';
import { callProcedure } from './api/call-procedure.ts';
import { PROCEDURES } from './api/procedures.ts';

const FIFTY_MEBIBYTES = 50 * 2 ** 20;
const CHUNK = Buffer.alloc(2 ** 16, 0x20);
/** The largest body that is taken anywhere is 1 MiB; the rest was on its way when it was refused, and is thrown away as it comes. */
const MOST_READ_BYTES = 8 * 2 ** 20;

let world: AttackedPlatform;
const accepted: Socket[] = [];
beforeAll(async () => {
  world = await attackedPlatform();
  world.platform.server.app.server.on('connection', (socket) => accepted.push(socket));
});
afterAll(() => world.close());

interface Refused {
  /** Null where the reset overtook the answer: whoever still sends when the server hangs up may not get to read it. */
  readonly status: number | null;
  /** What the server took off the wire before it hung up. */
  readonly bytesRead: number;
}

/** Sends a head and then blanks for as long as anybody takes them, up to 50 MiB; resolves when the server has hung up. */
async function pour(head: readonly string[], isChunked: boolean): Promise<Refused> {
  const { hostname, port } = new URL(world.platform.url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  let answer = '';
  socket.on('data', (data: Buffer) => {
    answer += data.toString('latin1');
  });
  const { promise: closed, resolve } = Promise.withResolvers<void>();
  // A server that hangs up while we still write is what this is about: no error of the test.
  socket.on('error', () => {}).on('close', () => resolve());
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  for (let sent = 0; sent < FIFTY_MEBIBYTES && !socket.destroyed && answer === ''; sent += CHUNK.length) {
    const piece = isChunked ? Buffer.concat([Buffer.from(`${CHUNK.length.toString(16)}\r\n`), CHUNK, Buffer.from('\r\n')]) : CHUNK;
    if (!socket.write(piece)) await Promise.race([new Promise((drained) => socket.once('drain', drained)), closed]);
  }
  await closed;
  const status = /^HTTP\/1.1 (\d{3})/.exec(answer)?.[1];
  return { status: status === undefined ? null : Number(status), bytesRead: Math.max(...accepted.map(({ bytesRead }) => bytesRead)) };
}

test('ATK-071 of 50 MiB no route takes more than its limit, told beforehand or not', { timeout: 120_000 }, async () => {
  const posts = world.platform.server.routes.filter(({ method }) => method === 'POST');
  expect(posts.length).toBeGreaterThan(5);
  for (const { url } of posts) {
    const path = url.replace(':path', 'session.switch').replaceAll(/:\w+/g, world.a.seeded.connectionId);
    const head = [
      `POST ${path} HTTP/1.1`,
      'host: ringfence.test',
      `authorization: Bearer ${world.b.token}`,
      `content-type: ${url.includes('twilio') ? 'application/x-www-form-urlencoded' : 'application/json'}`,
      `origin: ${world.platform.publicUrl}`,
    ];
    for (const length of [`content-length: ${FIFTY_MEBIBYTES}`, 'transfer-encoding: chunked']) {
      accepted.length = 0;
      const { status, bytesRead } = await pour([...head, length], length.startsWith('transfer'));
      if (status !== null) expect(status, `${path}, ${length}`).toBe(413);
      expect(bytesRead, `${path}, ${length}`).toBeLessThan(MOST_READ_BYTES);
    }
  }
});

test('ATK-071 a body beyond 256 KiB is refused, however it is packed', async () => {
  const { url } = world.platform;
  const headers = { authorization: `Bearer ${world.b.token}`, 'content-type': 'application/json' };
  const body = JSON.stringify(Array.from({ length: 200_000 }, () => 0));
  expect((await fetch(`${url}/trpc/session.switch`, { method: 'POST', headers, body })).status).toBe(413);
  const packed = await fetch(`${url}/trpc/session.switch`, {
    method: 'POST',
    headers: { ...headers, 'content-encoding': 'gzip' },
    body: Buffer.from([0x1f, 0x8b, 8, 0]),
  });
  expect(packed.status).toBe(400);
});

test('ATK-071 of a batch at most fifty entries are run, and none of a longer one', async () => {
  const { url } = world.platform;
  const headers = { authorization: `Bearer ${world.b.token}` };
  const statusOf = async (entries: number, name: string) =>
    (await fetch(`${url}/trpc/${Array(entries).fill(name).join(',')}?batch=1`, { headers })).status;
  expect(await statusOf(50, 'session.me')).toBe(200);
  for (const entries of [51, 400]) expect(await statusOf(entries, 'session.me')).toBe(400);
  for (const entries of [1_000, 2_000]) expect(await statusOf(entries, 'a')).toBe(400);
  expect([404, 414, 431]).toContain(await statusOf(1_000, 'organization.current'));
  const inputs = Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [index, { orgId: world.b.seeded.orgId }]));
  const posted = await fetch(`${url}/trpc/session.switch,session.switch?batch=1`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ ...inputs, ['__proto__' as string]: { isPolluted: true } }),
  });
  expect(await posted.json(), 'two are named, so two are run').toHaveLength(2);
});

test('ATK-071 no address, however long or strange, is stumbled over', async () => {
  const { url } = world.platform;
  const headers = { authorization: `Bearer ${world.b.token}` };
  const strange = [
    '%00',
    '%',
    '%zz',
    '%ff%fe',
    '..%2f..%2fetc%2fpasswd',
    '%2e%2e',
    'a'.repeat(6_000),
    '%E2%80%AE',
    '?'.repeat(100),
    '%0d%0aset-cookie:a=b',
  ];
  for (const { method, url: pattern } of world.platform.server.routes) {
    for (const piece of strange) {
      const address = pattern.includes(':') ? pattern.replaceAll(/:\w+/g, piece) : `${pattern}/${piece}`;
      const body = method === 'POST' ? { body: '{}' } : {};
      const response = await fetch(url + address, {
        method,
        redirect: 'manual',
        headers: { ...headers, 'content-type': 'application/json' },
        ...body,
      });
      expect(response.status, `${method} ${address.slice(0, 80)}`).toBeLessThan(500);
      expect(response.headers.get('set-cookie')).toBeNull();
      await response.body?.cancel();
    }
  }
  for (const { path } of PROCEDURES) {
    for (const query of [
      'batch=1&input=%7B',
      'batch=7',
      'input=%',
      'input=%00',
      'input[]=1',
      'input=1&input=2',
      'connectionParams=%7B',
      'connectionParams=7',
      'lastEventId=%00',
    ]) {
      const response = await fetch(`${url}/trpc/${path}?${query}`, { headers, signal: AbortSignal.timeout(10_000) });
      expect(response.status, `${path}?${query}`).toBeLessThan(500);
      await response.body?.cancel();
    }
  }
});

test('ATK-071 the victim is served while it lasts', { timeout: 60_000 }, async () => {
  const head = [
    'POST /trpc/session.switch HTTP/1.1',
    'host: ringfence.test',
    'content-type: application/json',
    'transfer-encoding: chunked',
  ];
  const pouring = Promise.all(Array.from({ length: 20 }, () => pour(head, true)));
  const askedAt = performance.now();
  for (let asked = 0; asked < 20; asked += 1) {
    expect(await callProcedure(world.platform.url, 'query', 'calls.list', world.a.token, {})).toMatchObject({ status: 200 });
  }
  expect(performance.now() - askedAt).toBeLessThan(15_000);
  await pouring;
});
