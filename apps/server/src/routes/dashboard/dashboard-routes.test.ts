import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fastify } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dashboardRoutes } from './dashboard-routes.ts';

const PAGE = '<!doctype html><title>Ringfence</title>';
const app = fastify();
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringfence-dashboard-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), PAGE);
  await writeFile(join(folder, 'assets', 'main-abc123.js'), 'export {};');
  app.register((scope) => dashboardRoutes(scope, { folder, publicUrl: 'http://127.0.0.1:4000' }));
  await app.ready();
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

function open(url: string, accept = 'text/html', host = '127.0.0.1:4000') {
  return app.inject({ url, headers: { accept, host } });
}

test('every address that a browser opens is the page, with a policy and never kept', async () => {
  for (const url of ['/', '/calls?status=missed', '/calls/01a20000-0000-7000-8000-000000000000', '/nowhere', '/index.html']) {
    const { statusCode, body, headers } = await open(url);
    expect([url, statusCode, body]).toEqual([url, 200, PAGE]);
    expect(headers).toMatchObject({
      'cache-control': 'no-cache',
      'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
    });
  }
});

test('an asset is kept for ever, a missing one is absent, and so is what programs call', async () => {
  const asset = await open('/assets/main-abc123.js', '*/*');
  expect([asset.statusCode, asset.headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable']);
  for (const [url, accept] of [
    ['/assets/gone.js', '*/*'],
    ['/trpc/x', 'text/html'],
    ['/auth/ok', 'text/html'],
    ['/recordings/x/sound', 'text/html'],
    ['/calls', 'application/json'],
    ['/..%2fsecret', '*/*'],
  ] as const) {
    const answer = await open(url, accept);
    expect([url, answer.statusCode, answer.json()]).toEqual([url, 404, { code: 'not-found', message: 'There is no such page.' }]);
  }
});

test('a browser that says localhost is led to the address where it may sign in', async () => {
  const { statusCode, headers } = await open('/calls?status=missed', 'text/html', 'localhost:4000');
  expect([statusCode, headers.location]).toEqual([307, 'http://127.0.0.1:4000/calls?status=missed']);
  expect((await open('/', 'text/html', 'evil.example:4000')).statusCode).toBe(200);
});
