import { openBrowser, type TestBrowser } from '@ringfence/testing/browser';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { apiOf } from './system/api-of.ts';
import type { SignIn } from './system/read-sign-ins.ts';
import { type RunningSystem, startSystem } from './system/running-system.ts';
import { signIn } from './system/sign-in.ts';

let system: RunningSystem;
let browser: TestBrowser;
let ours: SignIn;
let theirs: SignIn;

beforeAll(async () => {
  [system, browser] = await Promise.all([startSystem(), openBrowser()]);
  [ours, theirs] = system.signIns as [SignIn, SignIn];
});

afterEach(() => browser.closePages());
afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

test('a key is made, shown once, used by a program, seen in use, and refused once it is revoked', async () => {
  const page = await signedIn(ours);
  await page.goto(`${system.url}/settings/keys`);
  await page.getByRole('heading', { name: 'No key yet' }).waitFor();
  await page.getByRole('button', { name: 'New key' }).click();
  await page.getByRole('button', { name: 'Create key' }).click();
  await page.getByText('Name the program, in 1 to 120 characters.').waitFor();
  await page.getByLabel('Name').fill('Website form');
  await page.getByLabel('Role').selectOption('viewer');
  await page.getByLabel('Ends').selectOption('30');
  await page.getByRole('button', { name: 'Create key' }).click();
  const key = await page.getByLabel('Key', { exact: true }).inputValue();
  expect(key).toMatch(/^rf_/);
  expect(await callsWith(key)).toBe(200);
  const row = page.getByRole('row', { name: 'Website form' });
  // Its use is written after the answer.
  const lastUse = row.getByRole('cell').nth(1).getByRole('time');
  await expect
    .poll(
      async () => {
        await page.reload();
        await row.waitFor();
        return lastUse.count();
      },
      { timeout: 60_000, interval: 1_000 },
    )
    .toBe(1);
  expect(await page.locator('body').innerText()).not.toContain(key);
  await row.getByRole('button', { name: 'Revoke Website form' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  expect(await callsWith(key)).toBe(200);
  await row.getByRole('button', { name: 'Revoke Website form' }).click();
  await page.getByRole('button', { name: 'Revoke key' }).click();
  await row.getByText('Revoked').waitFor();
  expect(await callsWith(key)).toBe(401);
});

test('an attempt on another organisation’s call stands in both logs: plainly in the own, without its author in the other', async () => {
  const { items } = await apiOf(system.url, theirs).calls.list.query({ limit: 1 });
  const callId = items[0]?.id ?? '';
  const page = await signedIn(ours);
  await page.goto(`${system.url}/calls/${callId}`);
  await page.getByRole('heading', { name: 'Not found' }).waitFor();

  const own = await crossings(page, 'Something of another organisation was asked for');
  expect(own).toContain('Priya Nair');
  expect(own).toContain('127.0.0.1');
  expect(own).toContain('calls.get');
  expect(own).toContain('Not found');
  expect(own).toContain(callId);

  const other = await signedIn(theirs);
  const seen = await crossings(other, 'Something of yours was asked for from outside');
  expect(seen).toContain('Someone elsewhere');
  expect(seen).toContain('not told to you');
  expect(seen).toContain(callId);
  expect(['Priya', ours.email, '127.0.0.1', ours.organization].filter((word) => seen.includes(word))).toEqual([]);

  await page.getByRole('link', { name: 'Changes' }).click();
  await page.waitForURL(/kind=changes/);
  await page.getByText('Something of another organisation was asked for').waitFor({ state: 'detached' });
  await page.getByLabel('To', { exact: true }).fill('2020-01-01');
  await page.waitForURL(/to=2020-01-01/);
  await page.getByRole('heading', { name: 'Nothing fits' }).waitFor();
});

/** The words of the log's page with the newest entry of that name open. It is written after the answer, so one looks until it is there. */
async function crossings(page: Page, title: string): Promise<string> {
  const entry = page.getByRole('row', { name: title }).first();
  await expect
    .poll(
      async () => {
        await page.goto(`${system.url}/settings/security?kind=crossing`);
        await page
          .getByRole('heading', { name: /No attempt to cross/ })
          .or(entry)
          .first()
          .waitFor();
        return entry.count();
      },
      { timeout: 30_000 },
    )
    .toBeGreaterThan(0);
  await entry.getByRole('button').click();
  await page.getByText('Written as').waitFor();
  return page.getByRole('table', { name: 'Security log' }).innerText();
}

async function callsWith(key: string): Promise<number> {
  const input = encodeURIComponent(JSON.stringify({ limit: 1 }));
  const response = await fetch(`${system.url}/trpc/calls.list?input=${input}`, { headers: { authorization: `Bearer ${key}` } });
  return response.status;
}

async function signedIn(person: SignIn): Promise<Page> {
  const page = await browser.newPage();
  await signIn(page, system.url, person);
  return page;
}
