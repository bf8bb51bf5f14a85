import { openBrowser, type TestBrowser } from '@ringfence/testing/browser';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { mailTo } from './system/mail-to.ts';
import type { SignIn } from './system/read-sign-ins.ts';
import { type RunningSystem, startSystem } from './system/running-system.ts';
import { signIn } from './system/sign-in.ts';
import { type NewPerson, signUp } from './system/sign-up.ts';

const ANN: NewPerson = { name: 'Ann Lund', email: 'ann@lund.example', password: 'long-walk-home' };
const BEN: NewPerson = { name: 'Ben Amato', email: 'ben@lund.example', password: 'quiet-street-9' };

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

test('somebody signs up, makes an organisation and asks in a second person, who comes, gets another role and is removed', async () => {
  const [ann, ben] = [await browser.newPage(), await browser.newPage()];
  await ann.goto(`${system.url}/sign-in`);
  await ann.getByRole('link', { name: 'Sign up' }).click();
  await signUp(ann, ANN);
  await ann.getByRole('heading', { name: 'No organisation yet' }).waitFor();
  await ann.getByRole('button', { name: 'Create organisation' }).click();
  await ann.getByText('Enter a name of 1 to 120 characters.').waitFor();
  await ann.getByLabel('Organisation’s name').fill('Lund Lettings');
  await ann.getByRole('button', { name: 'Create organisation' }).click();
  await ann.getByRole('button', { name: 'Lund Lettings' }).waitFor();

  const link = await invite(ann, BEN.email, 'viewer');
  expect(await mailTo(system.url, BEN.email)).toMatchObject({ subject: 'You are invited to Lund Lettings', link });
  await ben.goto(link);
  await ben.getByRole('heading', { name: 'You have been invited' }).waitFor();
  await ben.getByRole('link', { name: 'Sign up' }).click();
  await signUp(ben, BEN);
  await ben.getByRole('heading', { name: 'Join Lund Lettings' }).waitFor();
  await ben.getByRole('button', { name: 'Join' }).click();
  await ben.waitForURL(`${system.url}/calls`);
  await ben.getByText('Live, up to date').waitFor();
  expect(await ben.getByRole('link', { name: 'API keys' }).count()).toBe(0);
  await ben.goto(`${system.url}/settings/keys`);
  await ben.getByRole('heading', { name: 'Not found' }).waitFor();
  await ben.goto(link);
  await ben.getByRole('heading', { name: 'Nothing to accept here' }).waitFor();
  await ben.goto(`${system.url}/settings/members`);
  await ben.getByRole('row', { name: ANN.email }).waitFor();
  expect(await ben.getByRole('button', { name: /change the role|Invite/ }).count()).toBe(0);

  await ann.reload();
  const roleOfBen = ann.getByRole('button', { name: `change the role of ${BEN.name}` });
  await roleOfBen.click();
  await ann.getByRole('menuitemradio', { name: 'Admin' }).click();
  await ann.getByText(`${BEN.name} is now admin`, { exact: true }).first().waitFor();
  await ann.getByRole('button', { name: 'Undo' }).click();
  await roleOfBen.filter({ hasText: 'Viewer' }).waitFor();
  await roleOfBen.click();
  await ann.getByRole('menuitemradio', { name: 'Admin' }).click();
  await ben.getByRole('link', { name: 'API keys' }).waitFor();

  await ann.getByRole('button', { name: `Remove ${BEN.name}` }).click();
  await ann.getByRole('button', { name: 'Remove member' }).click();
  await ann.getByRole('row', { name: BEN.email }).waitFor({ state: 'detached' });
  await ben.getByRole('heading', { name: 'No organisation yet' }).waitFor();
  expect(await ben.getByText('Lund Lettings').count()).toBe(0);
  expect(await ben.title()).not.toContain('Lund');
});

test('the only owner is told why they can not leave, and another account’s invitation tells nothing', async () => {
  const page = await signedIn(ours);
  await page.goto(`${system.url}/settings/members`);
  await page.getByText('The only owner can’t leave: make somebody else an owner first').waitFor();
  expect(await page.getByRole('row', { name: ours.email }).getByRole('button').count()).toBe(0);
  const link = await invite(page, 'nora@elsewhere.example', 'agent');
  const other = await signedIn(theirs);
  await other.goto(link);
  await other.getByRole('heading', { name: 'Nothing to accept here' }).waitFor();
  const text = await other.locator('body').innerText();
  expect(text).toContain(theirs.email);
  expect([ours.organization, 'nora@elsewhere.example', 'agent'].filter((word) => text.includes(word))).toEqual([]);
  await page.getByRole('button', { name: 'Withdraw the invitation of nora@elsewhere.example' }).click();
  await page.getByRole('button', { name: 'Withdraw', exact: true }).click();
  await page.getByRole('row', { name: 'nora@elsewhere.example' }).getByText('Withdrawn').waitFor();
  await other.getByRole('button', { name: 'Sign in with another address' }).click();
  await other.getByRole('link', { name: 'Sign in' }).click();
  await other.waitForURL(/\/sign-in\?from=/);
});

test('a forgotten password is replaced through the mailbox, once', async () => {
  const page = await browser.newPage();
  const person: NewPerson = { name: 'Mia Roth', email: 'mia@roth.example', password: 'first-password-1' };
  await page.goto(`${system.url}/sign-up`);
  await signUp(page, person);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('link', { name: 'Forgotten?' }).click();
  await page.getByLabel('Email').fill(person.email);
  await page.getByRole('button', { name: 'Send the link' }).click();
  await page.getByText(`If ${person.email} has a sign-in`).waitFor();
  await page.goto(`${system.url}/mailbox`);
  await page.getByRole('link', { name: 'Open the link of “Set another password”' }).click();
  await page.getByLabel('New password').fill('short');
  await page.getByRole('button', { name: 'Save the password' }).click();
  await page.getByText('Use 8 to 128 characters.').waitFor();
  await page.getByLabel('New password').fill('second-password-2');
  await page.getByRole('button', { name: 'Save the password' }).click();
  await page.getByRole('heading', { name: 'Password saved' }).waitFor();
  await page.goto((await mailTo(system.url, person.email)).link);
  await page.getByLabel('New password').fill('third-password-3');
  await page.getByRole('button', { name: 'Save the password' }).click();
  await page.getByText('This link has been used or has ended. Ask for a new one.').waitFor();
  await page.goto(`${system.url}/sign-in`);
  await page.getByLabel('Email').fill(person.email);
  await page.getByLabel('Password').fill(person.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('Email and password don’t belong together.').first().waitFor();
  await page.getByLabel('Password').fill('second-password-2');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'No organisation yet' }).waitFor();
});

/** Invites somebody on the page of members, and gives the link that is shown once. */
async function invite(page: Page, email: string, role: string): Promise<string> {
  await page.goto(`${system.url}/settings/members`);
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Email').fill(email);
  await dialog.getByLabel('Role').selectOption(role);
  await dialog.getByRole('button', { name: 'Invite' }).click();
  await page.getByRole('row', { name: email }).getByText('Open until').waitFor();
  return page.getByLabel('Link of the invitation').inputValue();
}

async function signedIn(person: SignIn): Promise<Page> {
  const page = await browser.newPage();
  await signIn(page, system.url, person);
  return page;
}
