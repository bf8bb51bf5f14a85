import { afterAll, beforeAll, expect, test } from 'vitest';
import { PUBLIC_URL, runServer, type RunningServer } from '../../running-server.fixture.ts';

let running: RunningServer;

beforeAll(async () => {
  running = await runServer(() => ({ trustedProxies: ['127.0.0.1'] }));
});
afterAll(() => running.close());

function signUp(server: RunningServer): Promise<Response> {
  return fetch(`${server.url}/auth/sign-up/email`, {
    method: 'POST',
    body: JSON.stringify({ name: 'Ann', email: 'ann@example.com', password: 'correct horse battery' }),
    headers: { 'content-type': 'application/json', origin: PUBLIC_URL },
  });
}

test('a developer reads the mails of their own machine', async () => {
  expect((await signUp(running)).status).toBe(200);
  const response = await fetch(`${running.url}/dev/mailbox`);
  expect(response.headers.get('cache-control')).toContain('no-store');
  expect(await response.json()).toMatchObject([
    { to: 'ann@example.com', subject: 'Your Ringfence account', link: `${PUBLIC_URL}/sign-in` },
  ]);
});

/** What another machine, a proxy or another site's page would send. */
const ELSEWHERE: readonly { headers?: Record<string, string>; remoteAddress?: string }[] = [
  { remoteAddress: '203.0.113.9' },
  { remoteAddress: '::ffff:203.0.113.9' },
  { headers: { 'x-forwarded-for': '203.0.113.9' } },
  { headers: { 'x-forwarded-for': '127.0.0.1' } },
  { headers: { 'x-forwarded-host': '127.0.0.1' } },
  { headers: { 'x-real-ip': '127.0.0.1' } },
  { headers: { forwarded: 'for=127.0.0.1' } },
  { headers: { via: '1.1 proxy' } },
  { headers: { host: 'evil.example:4000' } },
  { headers: { host: 'localhost.evil.example' } },
];

test('whoever sits at another machine, or comes through a proxy or by another name, finds no such page', async () => {
  const { app } = running.server;
  const ask = ({ headers = {}, ...from }: (typeof ELSEWHERE)[number]) =>
    app.inject({ method: 'GET', url: '/dev/mailbox', ...from, headers: { host: '127.0.0.1:4000', ...headers } });
  expect((await ask({})).statusCode).toBe(200);
  for (const from of ELSEWHERE) {
    const reply = await ask(from);
    expect([from, reply.statusCode, reply.body]).toEqual([from, 404, expect.not.stringContaining('ann@')]);
  }
});

test('in production there is no mailbox, a sign-up is answered as ever, and the log says that nobody sends', async () => {
  const production = await runServer(() => ({ isProduction: true }));
  expect((await signUp(production)).status).toBe(200);
  expect((await fetch(`${production.url}/dev/mailbox`)).status).toBe(404);
  expect(production.log.join('')).toContain('no mail sender is configured');
  expect(production.log.join('')).not.toContain('ann@example.com');
  await production.close();
});
