import { createServer, type Server } from 'node:http';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, type TestBrowser } from './open-browser.ts';
import { watchPage } from './watch-page.ts';

/** Unpacking takes seconds, the first time, on a machine that is busy with other tests. */
const PATIENCE_MS = 120_000;

let browser: TestBrowser | undefined;
let [here, elsewhere] = ['', ''];
const servers: Server[] = [];

beforeAll(async () => {
  [browser, here, elsewhere] = await Promise.all([openBrowser(), serve('<title>Here</title>'), serve('{"secret": 1}')]);
}, PATIENCE_MS);

afterAll(async () => {
  await browser?.close();
  for (const server of servers) server.close();
});

test('a page opens, and web security is on: it can not read another origin', async () => {
  const page = await newPage();
  const watched = watchPage(page, here);
  await page.goto(here);
  expect(await page.title()).toBe('Here');
  expect(await page.evaluate(async (url) => (await fetch(url)).status, here)).toBe(200);
  await expect(page.evaluate(async (url) => (await fetch(url)).status, elsewhere)).rejects.toThrow('Failed to fetch');
  expect(watched.foreignRequests).toEqual([`${elsewhere}/`]);
  expect(watched.errors.join()).toContain('CORS');
});

test('each page is a person of its own', async () => {
  const [one, other] = [await newPage(), await newPage()];
  await one.goto(here);
  await other.goto(here);
  await one.evaluate(() => localStorage.setItem('who', 'one'));
  expect(await other.evaluate(() => localStorage.getItem('who'))).toBeNull();
});

test('what is closed stops asking', async () => {
  const page = await newPage();
  await page.goto(here);
  await browser?.closePages();
  expect(page.isClosed()).toBe(true);
  await expect(page.title()).rejects.toThrow('closed');
  await (await newPage()).goto(here);
});

test('fonts are there, so that text has a width', async () => {
  const page = await newPage();
  await page.setContent('<span>Ringfence</span>');
  expect((await page.locator('span').boundingBox())?.width).toBeGreaterThan(30);
});

async function serve(body: string): Promise<string> {
  const server = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(body));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server has no port.');
  return `http://127.0.0.1:${address.port}`;
}

async function newPage(): Promise<Page> {
  if (!browser) throw new Error('The browser did not open.');
  return browser.newPage();
}
