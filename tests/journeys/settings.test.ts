import { openBrowser, type TestBrowser } from '@ringfence/testing/browser';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { SignIn } from './system/read-sign-ins.ts';
import { hasFocus } from './system/has-focus.ts';
import { lookEverywhere } from './system/look-everywhere.ts';
import { type RunningSystem, startSystem } from './system/running-system.ts';
import { signIn } from './system/sign-in.ts';
import { tabTo } from './system/tab-to.ts';

const LONG_MS = 300_000;
/** Each page with the heading that it has once it is whole. */
const WAYS_IN = [
  ['/sign-up', 'Sign up'],
  ['/forgot-password', 'Forgotten password'],
  ['/reset-password', 'This link has ended'],
  ['/reset-password?token=some', 'New password'],
  ['/invitations/accept?token=some', 'You have been invited'],
  ['/mailbox', 'Mailbox'],
] as const;
const SIGNED_IN = [
  ['/settings/profile', 'Password'],
  ['/settings/organization', 'Another organisation'],
  ['/settings/members', 'People'],
  ['/settings/keys', 'Keys'],
  ['/settings/security', 'Security log'],
  ['/new-organization', 'New organisation'],
  ['/invitations/accept?token=some', 'Nothing to accept here'],
] as const;

let system: RunningSystem;
let browser: TestBrowser;
let ours: SignIn;

beforeAll(async () => {
  [system, browser] = await Promise.all([startSystem(), openBrowser()]);
  [ours] = system.signIns as [SignIn];
});

afterEach(() => browser.closePages());
afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

test('settings are worked by keys alone: saved, kept from being lost, and given out', { timeout: LONG_MS }, async () => {
  const page = await browser.newPage();
  const { keyboard } = page;
  await page.goto(`${system.url}/sign-in`);
  await page.getByLabel('Email').waitFor();
  await keyboard.type(ours.email);
  await keyboard.press('Tab');
  await tabTo(page, page.getByLabel('Password'));
  await keyboard.type(ours.password);
  await keyboard.press('Enter');
  await press(page, 'link', 'Settings');
  await press(page, 'link', 'Organisation');
  const name = page.getByLabel('Name', { exact: true });
  await name.waitFor();
  await tabTo(page, name);
  await keyboard.press('End');
  await keyboard.type(' Lettings');
  await page.getByRole('group', { name: 'Unsaved changes' }).waitFor();

  await press(page, 'link', 'Members');
  await page.getByRole('alertdialog', { name: 'Leave without saving?' }).waitFor();
  await keyboard.press('Escape');
  expect(await name.inputValue()).toBe(`${ours.organization} Lettings`);
  await press(page, 'button', 'Save');
  await page.getByRole('button', { name: `${ours.organization} Lettings` }).waitFor();
  await tabTo(page, name);
  await keyboard.press('ControlOrMeta+a');
  await keyboard.type(ours.organization);
  await keyboard.press('Enter');
  await page.getByRole('group', { name: 'Unsaved changes' }).waitFor({ state: 'detached' });

  await press(page, 'link', 'Members');
  await press(page, 'button', 'Invite');
  await page.getByRole('dialog').getByLabel('Email').waitFor();
  await keyboard.press('Escape');
  const invite = page.getByRole('button', { name: 'Invite', exact: true });
  await expect.poll(() => hasFocus(invite)).toBe(true);
  await keyboard.press('Enter');
  await page.getByLabel('Email').waitFor();
  await keyboard.type('kay@elsewhere.example');
  await keyboard.press('Enter');
  await page.getByLabel('Link of the invitation').waitFor();
  await press(page, 'button', 'Withdraw the invitation of kay@elsewhere.example');
  await tabTo(page, page.getByRole('button', { name: 'Withdraw', exact: true }));
  await keyboard.press('Enter');
  await page.getByRole('row', { name: 'kay@elsewhere.example' }).getByText('Withdrawn').waitFor();
});

test('what is typed wrong is told below its field, which gets the focus, and nothing is sent', async () => {
  const page = await browser.newPage();
  await signIn(page, system.url, ours);
  await page.goto(`${system.url}/settings/profile`);
  await page.getByLabel('Password now').fill('whatever-it-was');
  await page.getByLabel('New password').fill('short');
  const sent: string[] = [];
  page.on('request', (request) => sent.push(new URL(request.url()).pathname));
  await page.getByRole('button', { name: 'Change password' }).click();
  await page.locator('input[aria-invalid="true"]:focus').waitFor();
  expect(sent.filter((path) => path.startsWith('/auth/'))).toEqual([]);
  await page.getByLabel('New password').fill('long-enough-now');
  await page.getByRole('button', { name: 'Change password' }).click();
  await page.getByText('The password you have now is another one. Type it again.').waitFor();
});

test(
  'nothing serious stands in the way on any new page, light or dark, wide or narrow, and none is wider than its window',
  {
    timeout: LONG_MS,
  },
  async () => {
    const page = await browser.newPage({ reducedMotion: 'reduce' });
    const found: string[] = [];
    const look = async (what: string) => void found.push(...(await lookEverywhere(page, what)));
    async function visit(path: string, heading: string): Promise<void> {
      await page.goto(system.url + path);
      await page.getByRole('heading', { name: heading, exact: true }).waitFor();
    }
    for (const [path, heading] of WAYS_IN) {
      await visit(path, heading);
      await look(path);
    }
    await signIn(page, system.url, ours);
    for (const [path, heading] of SIGNED_IN) {
      await visit(path, heading);
      await look(path);
    }
    await visit('/settings/security', 'Security log');
    await page
      .getByRole('button', { name: /^Open the entry/ })
      .first()
      .click();
    await look('an entry of the log');
    await visit('/settings/keys', 'Keys');
    await page.getByRole('button', { name: 'New key' }).click();
    await page.getByRole('button', { name: 'Create key' }).click();
    await look('the form of a key');
    await page.getByLabel('Name').fill('Looked at');
    await page.getByRole('button', { name: 'Create key' }).click();
    await page.getByLabel('Key', { exact: true }).waitFor();
    await look('a key shown once');
    expect(found).toEqual([]);
  },
);

/** Goes to a link or button by Tab and presses Enter. */
async function press(page: Page, role: 'link' | 'button', name: string): Promise<void> {
  const part = page.getByRole(role, { name, exact: true });
  await part.waitFor();
  await tabTo(page, part);
  await page.keyboard.press('Enter');
}
