import { openBrowser, type TestBrowser } from '@ringfence/testing/browser';
import { type Provider, startProvider } from '@ringfence/testing/provider';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { addAccount, type ConnectedAccount } from './system/add-account.ts';
import { addMember } from './system/add-member.ts';
import { hasFocus } from './system/has-focus.ts';
import { lookEverywhere } from './system/look-everywhere.ts';
import { ringfenceJson } from './system/run-ringfence.ts';
import { type RunningSystem, startSystem } from './system/running-system.ts';
import { signIn } from './system/sign-in.ts';

const LONG_MS = 300_000;
/** For what a worker has to do first. */
const SOON = { timeout: 30_000 };
const OWNER = { email: 'owner@keep.example', password: 'never-lose-one-7', role: 'owner' };
const VIEWER = { email: 'viewer@keep.example', password: 'only-looking-22', role: 'viewer' };

/** How often sound isn't had, and what comes instead. */
type Trouble = { readonly times: number } & ({ readonly status: number; readonly retryAfter?: string } | { readonly how: 'stall' });
/** So busy that nobody is asked to come back during a test. */
const BUSY: Trouble = { status: 503, retryAfter: '600', times: 99 };

let provider: Provider;
let system: RunningSystem;
let browser: TestBrowser;
let line: ConnectedAccount;

beforeAll(async () => {
  provider = await startProvider();
  const places = { RINGFENCE_RECORDING_HOSTS: provider.host, RINGFENCE_PROVIDER_URL: provider.url };
  [system, browser] = await Promise.all([startSystem(places), openBrowser()]);
  const { orgId } = await ringfenceJson<{ orgId: string }>(system.variables, 'org', 'create', 'Keep Ltd');
  [line] = await Promise.all([
    addAccount(system, provider, orgId, 'Front desk'),
    ...[OWNER, VIEWER].map((person) => addMember(system.variables, orgId, person)),
  ]);
  await line.tell(line.place({ phone: '+14155550100', talkSeconds: 0 }));
}, LONG_MS);

afterEach(async () => {
  provider.faults.clear();
  await browser.closePages();
});
afterAll(async () => {
  await browser?.close();
  await system?.stop();
  await provider?.close();
});

test('the open queue shows by itself what waits, runs, failed and is gone: each with its reason and its next try', async () => {
  const page = await signedIn(OWNER);
  await page.getByRole('link', { name: 'Recordings', exact: true }).click();
  await page.getByRole('heading', { name: 'Every recording is stored' }).waitFor();
  await page.getByText('Live, up to date').waitFor();

  await tellFailing('+14155550111', BUSY);
  await tellFailing('+14155550112', { how: 'stall', times: 99 });
  await tellFailing('+14155550113', { status: 200, times: 1 });
  await tellFailing('+14155550114', { status: 410, times: 1 });

  const waiting = rowOf(page, '(415) 555-0111');
  await waiting.getByText('The provider answered with status 503').waitFor();
  await waiting.getByText(/^in \d+:\d\d$/).waitFor();
  await rowOf(page, '(415) 555-0112').getByText('Being fetched').waitFor();
  await rowOf(page, '(415) 555-0113').getByText('What came isn’t sound').waitFor();
  await rowOf(page, '(415) 555-0114').getByText('The provider no longer has it').waitFor();
  const groups = await page.getByRole('rowheader').allInnerTexts();
  expect(groups.map((words) => words.trim().split(/\s/)[0])).toEqual(['Failed', 'Running', 'Waiting', 'Gone']);
  for (const word of ['1 failed', '1 running', '1 waiting', '1 gone']) {
    await page.getByRole('navigation', { name: 'Queue by state' }).getByRole('link', { name: word }).waitFor();
  }
  await page.getByRole('link', { name: 'Failed 1' }).waitFor();

  await page.getByRole('link', { name: '1 gone' }).click();
  await page.waitForURL(`${system.url}/recordings?state=gone`);
  await waiting.waitFor({ state: 'detached' });
  await rowOf(page, '(415) 555-0114').waitFor();
});

test('a retry is a button and a key: what was gone is stored then, and leaves the queue', async () => {
  const page = await signedIn(OWNER);
  await page.goto(`${system.url}/recordings`);
  const gone = rowOf(page, '(415) 555-0114');
  await gone.getByRole('button', { name: 'Retry' }).click();
  await page.getByText('The recording of (415) 555-0114 is tried again').first().waitFor();
  await gone.waitFor({ state: 'detached' });

  const failed = rowOf(page, '(415) 555-0113');
  await failed.waitFor();
  await page.keyboard.press('j');
  await expect.poll(() => hasFocus(failed.getByRole('link'))).toBe(true);
  await page.keyboard.press('r');
  await failed.waitFor({ state: 'detached' });
});

test('all that failed is retried by one button, and a viewer has none', async () => {
  await Promise.all(['+14155550121', '+14155550122'].map((phone) => tellFailing(phone, { status: 200, times: 1 })));
  const [page, looks] = [await signedIn(OWNER), await signedIn(VIEWER)];
  await Promise.all([page, looks].map((one) => one.goto(`${system.url}/recordings`)));
  await rowOf(looks, '(415) 555-0121').getByText('What came isn’t sound').waitFor();
  expect(await looks.getByRole('button', { name: 'Retry' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Retry all 2' }).click();
  await page.getByText('2 recordings are tried again').first().waitFor();
  for (const one of [page, looks]) {
    await rowOf(one, '(415) 555-0121').waitFor({ state: 'detached' });
    await rowOf(one, '(415) 555-0122').waitFor({ state: 'detached' });
  }
});

test('a job is cancelled after a question, and its recording says so; another organisation sees none of it', async () => {
  await tellFailing('+14155550131', BUSY);
  const [page, other] = [await signedIn(OWNER), await signedIn(present(system.signIns[0]))];
  await page.goto(`${system.url}/recordings`);
  await rowOf(page, '(415) 555-0131').getByText('status 503').waitFor();
  await page.getByRole('link', { name: 'Jobs', exact: true }).click();
  const job = page.getByRole('row', { name: 'Fetch a recording' }).filter({ hasText: 'Waiting' }).first();
  await job.getByText(/^1 of \d+$/).waitFor();
  await job.getByRole('button', { name: 'Cancel' }).click();
  const question = page.getByRole('alertdialog', { name: 'Cancel this job?' });
  await question.getByRole('button', { name: 'Keep job' }).click();
  await question.waitFor({ state: 'detached' });
  await job.getByRole('button', { name: 'Cancel' }).click();
  await question.getByRole('button', { name: 'Cancel job' }).click();
  await page.getByText('“Fetch a recording” is cancelled').first().waitFor();
  await page.getByRole('link', { name: 'Queue', exact: true }).click();
  await rowOf(page, '(415) 555-0131').getByText('Something went wrong on our side').waitFor();

  await other.goto(`${system.url}/recordings`);
  await other.getByRole('region', { name: 'Recording queue' }).getByRole('link').first().waitFor();
  expect(await other.getByText('(415) 555').count()).toBe(0);
  await other.getByRole('link', { name: 'Jobs', exact: true }).click();
  await other.getByRole('heading', { name: 'Nothing to do in the background' }).waitFor();
});

test('a call tells why there is nothing to hear, what was tried, and draws the sound once it is stored', async () => {
  await tellFailing('+14155550141', { status: 200, times: 1 });
  const page = await signedIn(OWNER);
  await openCall(page, '(415) 555-0100');
  await page.getByText('Nobody answered, so there was nothing to record.').waitFor();

  await openCall(page, '(415) 555-0141');
  await page.getByText('What came isn’t sound.').waitFor();
  const steps = page.getByRole('list', { name: 'Steps of recording' }).getByRole('listitem');
  await expect.poll(() => wordsOf(steps), SOON).toEqual(['Told by the provider', 'What came isn’t sound']);
  await page.getByRole('button', { name: 'Retry' }).click();
  await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
  await expect
    .poll(() => wordsOf(steps), SOON)
    .toEqual(['Told by the provider', 'What came isn’t sound', 'Put back in the queue', 'Stored']);

  const wave = page.locator('[data-waveform="2"] path').first();
  const drawn = (await wave.getAttribute('d')) ?? '';
  expect(drawn.match(/M/g)?.length).toBeGreaterThan(100);
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download' }).click();
  expect((await downloading).url()).toContain('/recordings/');
});

test('a connection shows day by day what its provider has, and its button brings what no message told', async () => {
  const phones = ['+14155550151', '+14155550152', '+14155550153'];
  for (const phone of phones) line.place({ phone });
  const page = await signedIn(OWNER);
  await page.goto(`${system.url}/connections/${line.connectionId}`);
  const today = page.getByRole('table', { name: 'Days' }).getByRole('row', { name: 'Today' });
  await page.getByRole('button', { name: 'Look again' }).click();
  await page.getByRole('button', { name: 'Look again' }).waitFor();
  const total = provider.callsOf(line.account).length.toLocaleString('en');
  await expect
    .poll(() => today.getByRole('cell').allInnerTexts(), SOON)
    .toEqual([total, total, expect.stringMatching(/^\d+$/), '0', expect.any(String)]);
  await page.goto(`${system.url}/calls`);
  for (const phone of ['(415) 555-0151', '(415) 555-0152', '(415) 555-0153'])
    await page.getByRole('row').filter({ hasText: phone }).waitFor();
});

test('a connection whose credential is refused says so and since when; a new secret lets downloads go on', async () => {
  provider.faults.add({ of: 'sound', status: 401, times: Infinity });
  await line.tell(line.place({ phone: '+14155550161' }));
  const page = await signedIn(OWNER);
  await page.goto(`${system.url}/recordings`);
  const row = rowOf(page, '(415) 555-0161');
  await row.getByText('Downloads of Front desk are paused until its secret is set anew.').waitFor();
  await row.getByRole('link', { name: 'Fix connection' }).click();
  await page.getByText('Downloads are paused since').waitFor();
  await page.getByText('Twilio refuses our sign-in').waitFor();
  expect(await lookEverywhere(page, 'a paused connection')).toEqual([]);

  provider.faults.clear();
  await page.getByRole('button', { name: 'Set anew' }).click();
  await page.getByRole('button', { name: 'Save secret' }).click();
  await page.getByText('Enter it whole').waitFor();
  await page.getByLabel('Auth token').fill(line.account.authToken);
  await page.getByRole('button', { name: 'Save secret' }).click();
  await page.getByText('The new secret holds, and downloads go on').first().waitFor();
  await page.getByText('Downloads are paused since').waitFor({ state: 'detached' });
  await openCall(page, '(415) 555-0161');
  await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
});

test('nothing serious stands in the way on any of these pages, light or dark, wide or narrow', { timeout: LONG_MS }, async () => {
  await tellFailing('+14155550171', { status: 200, times: 99 });
  await tellFailing('+14155550172', BUSY);
  await line.tell(line.place({ phone: '+14155550173' }));
  const page = await browser.newPage({ reducedMotion: 'reduce' });
  await signIn(page, system.url, OWNER);
  const found: string[] = [];
  const look = async (what: string) => void found.push(...(await lookEverywhere(page, what)));
  await page.goto(`${system.url}/recordings`);
  await rowOf(page, '(415) 555-0171').getByText('What came isn’t sound').waitFor();
  await look('the queue');
  await page.goto(`${system.url}/recordings?state=running`);
  await page.getByRole('heading', { name: 'No recording is being fetched' }).waitFor();
  await look('an empty part of the queue');
  await page.goto(`${system.url}/jobs`);
  await page.getByRole('table', { name: 'Jobs' }).waitFor();
  await look('the jobs');
  await page.goto(`${system.url}/connections/${line.connectionId}`);
  await page.getByRole('table', { name: 'Days' }).waitFor();
  await look('a connection');
  await page.getByRole('button', { name: 'Set anew' }).click();
  await look('the form of a secret');
  await openCall(page, '(415) 555-0171');
  await page.getByRole('list', { name: 'Steps of recording' }).waitFor();
  await look('a call without sound');
  await openCall(page, '(415) 555-0173');
  await page.locator('[data-waveform] path').first().waitFor();
  await look('a call with its wave');
  expect(found).toEqual([]);
});

/** Lets a call happen whose sound can't be had. */
async function tellFailing(phone: string, trouble: Trouble): Promise<void> {
  const call = line.place({ phone });
  provider.faults.add({ of: 'sound', reference: present(call.recording?.reference), ...trouble });
  await line.tell(call);
}

async function signedIn(person: { email: string; password: string }): Promise<Page> {
  const page = await browser.newPage();
  await signIn(page, system.url, person);
  return page;
}

async function openCall(page: Page, shownNumber: string): Promise<void> {
  await page.goto(`${system.url}/calls`);
  await page.getByRole('row').filter({ hasText: shownNumber }).getByRole('link').click();
  await page.getByRole('heading', { level: 1, name: shownNumber }).waitFor();
}

function rowOf(page: Page, shownNumber: string): Locator {
  return page.getByRole('row').filter({ hasText: shownNumber });
}

/** What each step says first. */
async function wordsOf(steps: Locator): Promise<string[]> {
  const texts = await steps.allInnerTexts();
  return texts.map((text) => text.split('\n')[0] ?? '');
}

function present<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('Something that must be there is missing.');
  return value;
}
