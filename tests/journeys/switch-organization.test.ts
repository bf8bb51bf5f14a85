import { openBrowser, type TestBrowser } from '@ringfence/testing/browser';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { apiOf } from './system/api-of.ts';
import { delayAnswers } from './system/delay-answers.ts';
import type { SignIn } from './system/read-sign-ins.ts';
import { type RunningSystem, startSystem } from './system/running-system.ts';
import { signIn } from './system/sign-in.ts';
import { type CaughtWord, watchFrames } from './system/watch-frames.ts';

/** `RINGFENCE_SWITCHES=50` for the long run. */
const SWITCHES = Number(process.env['RINGFENCE_SWITCHES'] ?? 20);
const PATIENCE_MS = 600_000;
const PAGES = ['Calls', 'Leads', 'Members', 'Settings', 'Calls', 'Security log'] as const;

interface Organization {
  readonly id: string;
  readonly name: string;
  /** Words that stand in this organisation's pages and in none of the other's. */
  readonly canaries: readonly string[];
}

let system: RunningSystem;
let browser: TestBrowser;
let person: SignIn;
let first: Organization;
let second: Organization;

beforeAll(async () => {
  [system, browser] = await Promise.all([startSystem(), openBrowser()]);
  const [ours, theirs] = system.signIns as [SignIn, SignIn];
  person = ours;
  const [own, other] = [await describe(ours), await describe(theirs)];
  [first, second] = [without(own, other), without(other, own)];
  const { link } = await apiOf(system.url, theirs).members.invite.mutate({ email: ours.email, role: 'owner' });
  await apiOf(system.url, ours).invitations.accept.mutate({ token: new URL(link).searchParams.get('token') ?? '' });
});

afterEach(() => browser.closePages());
afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

test(
  `ATK-066 in ${SWITCHES} switches between two organisations, with late and reordered answers, no frame shows the one that was left`,
  {
    timeout: PATIENCE_MS,
  },
  async () => {
    const page = await browser.newPage();
    const frames = await watchFrames(page);
    await signIn(page, system.url, person);
    let [here, there] = [first, second];
    const late = await delayAnswers(page, () => here.id);
    const caught: CaughtWord[] = [];
    for (let count = 0; count < SWITCHES; count += 1) {
      await open(page, PAGES[count % PAGES.length] ?? 'Calls');
      const { name, canaries } = here;
      await page.getByRole('button', { name: 'switch organisation' }).click();
      await frames.forbidAfterClick(there.name, [...canaries, `· ${name}`, `= ${name}`, `@ ${name}`]);
      [here, there] = [there, here];
      await page.getByRole('menuitem', { name: here.name }).click();
      await page.getByRole('button', { name: here.name }).waitFor();
      // Every other time on at once, with answers still on their way.
      if (count % 2 === 0) await page.getByRole('heading', { level: 1 }).waitFor();
      caught.push(...(await frames.allow()));
    }
    expect(caught).toEqual([]);
    expect(await frames.count()).toBeGreaterThan(SWITCHES * 3);
    expect(late()).toBeGreaterThan(SWITCHES / 5);
    await page.getByRole('link', { name: 'Members', exact: true }).click();
    await page.getByText(here.canaries.find((word) => word.includes('@')) ?? '').waitFor();
    expect(await storedWords(page)).toEqual([]);
  },
);

test('ATK-066 a switch that fails leaves one where one was, and says so', async () => {
  const page = await browser.newPage();
  await signIn(page, system.url, person);
  const menu = page.getByRole('button', { name: 'switch organisation' });
  const [stays, other] = (await menu.innerText()).includes(first.name) ? [first, second] : [second, first];
  await page.route('**/trpc/session.switch*', (route) => route.abort());
  await menu.click();
  await page.getByRole('menuitem', { name: other.name }).click();
  await page.getByText('The organisation could not be changed. Try again.').waitFor();
  await page.getByRole('table').waitFor();
  expect(await menu.innerText()).toContain(stays.name);
});

async function open(page: Page, name: (typeof PAGES)[number]): Promise<void> {
  await page.getByRole('link', { name, exact: true }).click();
  if (name === 'Settings') await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: 'Organisation' }).click();
}

async function describe(owner: SignIn): Promise<Organization> {
  const api = apiOf(system.url, owner);
  const [{ id, name }, calls, leads, members] = await Promise.all([
    api.organization.current.query(),
    api.calls.list.query({ limit: 60 }),
    api.leads.list.query({ limit: 60 }),
    api.members.list.query({}),
  ]);
  const names = [...calls.items.map(({ lead }) => lead?.name ?? null), ...leads.items.map((lead) => lead.name)];
  const emails = members.items.map(({ email }) => email);
  return { id, name, canaries: [...new Set([...names, ...emails])].filter((word) => word !== null) };
}

/** Some people call both, and one is a member of both. */
function without(organization: Organization, other: Organization): Organization {
  const isOwn = (word: string) =>
    word !== person.email && !other.canaries.some((foreign) => foreign.includes(word) || word.includes(foreign));
  return { ...organization, canaries: organization.canaries.filter(isOwn) };
}

const STORED = `(async () => JSON.stringify([
  { ...localStorage }, { ...sessionStorage }, await indexedDB.databases(), await caches.keys(), document.cookie,
]))()`;

/** What of either organisation, and which token, lies in any of the browser's stores. */
async function storedWords(page: Page): Promise<string[]> {
  const stored = await page.evaluate<string>(STORED);
  const words = [first, second].flatMap(({ id, name, canaries }) => [id, name, ...canaries]);
  return [...words, 'eyJ'].filter((word) => stored.includes(word));
}
