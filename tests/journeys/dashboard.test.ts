import { openBrowser, type TestBrowser, watchPage } from '@ringfence/testing/browser';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { addTwilio } from './system/add-twilio.ts';
import { apiOf } from './system/api-of.ts';
import type { SignIn } from './system/read-sign-ins.ts';
import { ringfenceJson } from './system/run-ringfence.ts';
import { type RunningSystem, startSystem } from './system/running-system.ts';
import { seriousViolations } from './system/serious-violations.ts';
import { enter, signIn } from './system/sign-in.ts';
import { newCall } from './system/twilio-line.ts';

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

test('filters live in the address: it opens the filtered list, and choosing a status changes it', async () => {
  const page = await signedIn(ours);
  await page.goto(`${system.url}/calls?direction=inbound&status=missed`);
  await page.getByRole('table').waitFor();
  const { items } = await apiOf(system.url, ours).calls.list.query({ direction: 'inbound', status: 'missed', limit: 200 });
  expect(items.length).toBeGreaterThan(0);
  await expect
    .poll(() =>
      page
        .getByRole('row', { name: 'Missed' })
        .filter({ has: page.getByRole('link') })
        .count(),
    )
    .toBe(items.length);
  expect(await page.getByLabel('Status').inputValue()).toBe('missed');
  await page.getByLabel('Status').selectOption('busy');
  await page.waitForURL(`${system.url}/calls?direction=inbound&status=busy`);
  await page.getByRole('row', { name: 'Busy' }).first().waitFor();
  await page.goBack();
  await page.getByRole('table').waitFor();
});

test('the list is worked by keys alone: J and K move, Enter opens', async () => {
  const page = await signedIn(ours);
  const links = page.getByRole('row').getByRole('link');
  await links.nth(2).waitFor();
  const addresses = await Promise.all([0, 1, 2].map((row) => links.nth(row).getAttribute('href')));
  const focused = () => page.locator(':focus').getAttribute('href');
  const walked = [];
  for (const key of ['j', 'j', 'j', 'k']) {
    await page.keyboard.press(key);
    walked.push(await focused());
  }
  expect(walked).toEqual([addresses[0], addresses[1], addresses[2], addresses[1]]);
  await page.keyboard.press('Enter');
  await page.waitForURL(system.url + addresses[1]);
  await page.getByRole('heading', { name: 'Transcript' }).waitFor();
});

test('ATK-066 signing out and in as another organisation in one tab shows nothing of the first', async () => {
  const page = await browser.newPage();
  const frames: string[] = [];
  await page.exposeFunction('tellFrame', (text: string) => frames.push(text));
  await page.addInitScript({ content: TELL_EACH_FRAME });
  await signIn(page, system.url, ours);
  const others = await leadNames(theirs); // some people call both
  const names = (await leadNames(ours)).filter((name) => !others.includes(name));
  await page
    .getByRole('row')
    .filter({ hasText: names[0] ?? '' })
    .first()
    .waitFor();
  expect(frames.some((frame) => frame.includes(ours.organization) && names.some((name) => frame.includes(name)))).toBe(true);

  await page.getByRole('button', { name: /^Your sign-in/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByLabel('Email').waitFor();
  frames.length = 0;
  await enter(page, theirs);
  await page.getByText(theirs.organization).first().waitFor();
  await page
    .getByRole('row')
    .filter({ hasText: others[0] ?? '' })
    .first()
    .waitFor();
  expect(frames.length).toBeGreaterThan(1);
  const seen = [ours.organization, ...names].filter((word) => frames.some((frame) => frame.includes(word)));
  expect(seen).toEqual([]);
});

test('the page of a removed member shows no further call and lets go of what it has', async () => {
  const { id: orgId } = await apiOf(system.url, ours).organization.current.query();
  const leaver = { email: 'leaver@harrowfinch.example', password: 'last-day-today' };
  const { userId } = await ringfenceJson<{ userId: string }>(
    system.variables,
    'member',
    'add',
    '--org',
    orgId,
    '--email',
    leaver.email,
    '--role',
    'agent',
    '--password',
    leaver.password,
  );
  const line = await addTwilio(system.variables, orgId);
  const [page, stays] = [await signedIn(leaver), await signedIn(ours)];
  await Promise.all([page, stays].map((one) => one.getByText('Live, up to date').waitFor()));
  await ringfenceJson(system.variables, 'member', 'remove', '--org', orgId, '--user', userId);
  await line.status(newCall('+14155550166'), 'ringing', 0);
  await stays.getByRole('row', { name: '(415) 555-0166' }).waitFor();
  await page.getByRole('heading', { name: 'No organisation yet' }).waitFor();
  expect(await page.getByText(ours.organization).count()).toBe(0);
  expect(await page.getByText('(415) 555-0166').count()).toBe(0);
});

test.each(['light', 'dark'] as const)('nothing serious stands in the way of assistive technology, %s', async (colorScheme) => {
  const page = await browser.newPage({ colorScheme, reducedMotion: 'reduce' });
  await page.goto(`${system.url}/sign-in`);
  await page.getByLabel('Email').waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  await signIn(page, system.url, ours);
  expect(await seriousViolations(page)).toEqual([]);
  await page.getByRole('row', { name: 'Recording ready' }).first().getByRole('link').click();
  await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  await page.goto(`${system.url}/nothing-here`);
  await page.getByRole('heading', { name: 'Not found' }).waitFor();
  expect(await seriousViolations(page)).toEqual([]);
});

test('no page writes an error, asks another host for anything, or breaks its own content policy', async () => {
  const page = await browser.newPage();
  const watched = watchPage(page, system.url);
  await signIn(page, system.url, ours);
  await page.getByText('Live, up to date').waitFor();
  for (const name of ['Recordings', 'Leads', 'Knowledge base', 'Connections', 'Members', 'API keys', 'Security log', 'Settings', 'Calls']) {
    await page.getByRole('link', { name, exact: true }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
  }
  const policy = (await page.goto(`${system.url}/calls`))?.headers()['content-security-policy'] ?? '';
  expect(policy).toContain("default-src 'self'");
  expect(policy).not.toContain('unsafe-eval');
  await page.getByRole('table').waitFor();
  expect(watched.errors).toEqual([]);
  expect(watched.foreignRequests).toEqual([]);
});

/** Hands on the words of each frame that differs from the one before. */
const TELL_EACH_FRAME = `
  let last = '';
  function look() {
    const text = document.body?.innerText ?? '';
    if (text !== last) window.tellFrame(last = text);
    requestAnimationFrame(look);
  }
  requestAnimationFrame(look);
`;

async function signedIn(person: Pick<SignIn, 'email' | 'password'>): Promise<Page> {
  const page = await browser.newPage();
  await signIn(page, system.url, person);
  return page;
}

/** Names that stand in an organisation's list, newest first. */
async function leadNames(person: SignIn): Promise<string[]> {
  const { items } = await apiOf(system.url, person).calls.list.query({ limit: 60 });
  return items.flatMap(({ lead }) => (lead ? [lead.name] : []));
}
