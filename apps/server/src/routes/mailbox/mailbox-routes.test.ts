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

test('whoever comes through a proxy, or by another name, finds no such page', async () => {
  const { port } = new URL(running.url);
  for (const headers of [{ 'x-forwarded-for': '203.0.113.9' }, { host: `evil.example:${port}` }, { host: `localhost.evil.example` }]) {
    const reply = await running.server.app.inject({ method: 'GET', url: '/dev/mailbox', headers: { host: '127.0.0.1', ...headers } });
    expect([reply.statusCode, reply.body]).toEqual([404, expect.not.stringContaining('ann@')]);
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
