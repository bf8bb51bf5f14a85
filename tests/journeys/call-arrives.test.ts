import { openBrowser, type TestBrowser } from '@ringfence/testing/browser';
import { silentWave } from '@ringfence/testing/recordings';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addTwilio } from './system/add-twilio.ts';
import { apiOf } from './system/api-of.ts';
import { isReady } from './system/is-ready.ts';
import { type MediaServer, startMediaServer } from './system/media-server.ts';
import type { SignIn } from './system/read-sign-ins.ts';
import { type RunningSystem, startSystem } from './system/running-system.ts';
import { signIn } from './system/sign-in.ts';
import { tellTime } from './system/tell-time.ts';
import { processOf } from './system/process-of.ts';
import { newCall, type TwilioLine } from './system/twilio-line.ts';

const SOUND_SECONDS = 6;

let media: MediaServer;
let system: RunningSystem;
let browser: TestBrowser;
let [ours, theirs]: SignIn[] = [];
let line: TwilioLine;
let page: Page;
const call = newCall('+14155550123');

beforeAll(async () => {
  media = await startMediaServer(silentWave(SOUND_SECONDS * 1000));
  [system, browser] = await Promise.all([startSystem({ RINGFENCE_RECORDING_HOSTS: media.host }), openBrowser()]);
  [ours, theirs] = system.signIns;
  const { id } = await apiOf(system.url, present(ours)).organization.current.query();
  line = await addTwilio(system.variables, id);
  page = await browser.newPage();
  await signIn(page, system.url, present(ours));
});

afterAll(async () => {
  await browser?.close();
  await system?.stop();
  media?.close();
});

test('a signed callback becomes a row in the open list without a reload, and follows the call to its end', async () => {
  await page.getByText('Live, up to date').waitFor();
  expect(await rowOfCall().count()).toBe(0);
  const sentAt = performance.now();
  expect((await line.status(call, 'ringing', 0)).status).toBe(204);
  await rowOfCall('Ringing').waitFor();
  tellTime('a new call is in the open list', performance.now() - sentAt);
  await line.status(call, 'in-progress', 1);
  await rowOfCall('In progress').waitFor();
  await line.status(call, 'completed', 2);
  await rowOfCall('Answered').waitFor();
  expect(await rowOfCall().count()).toBe(1);
});

test('a callback with a wrong signature gets 403 and changes nothing', async () => {
  const before = await listed(present(ours));
  const forged = await fetch(`${line.webhookUrl}/status`, {
    method: 'POST',
    headers: { 'x-twilio-signature': Buffer.alloc(20, 1).toString('base64') },
    body: new URLSearchParams({ CallSid: newCall('').callSid, CallStatus: 'ringing', From: '+14155550199', To: '+15125550188' }),
  });
  expect(forged.status).toBe(403);
  expect(await listed(present(ours))).toEqual(before);
});

test('its recording is fetched with the account as credential, and the call page plays it', async () => {
  await rowOfCall().getByRole('link').click();
  await page.getByText('A recording is expected').waitFor();
  const toldAt = performance.now();
  expect((await line.recording(call, media.url)).status).toBe(204);
  await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
  tellTime('a recording can be played', performance.now() - toldAt);
  expect(media.downloads).toHaveLength(1);
  expect(media.downloads[0]?.authorization).toMatch(/^Basic /);

  const audio = page.locator('audio');
  await expect.poll(() => audio.evaluate((element) => element.duration), { timeout: 30_000 }).toBe(SOUND_SECONDS);
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect.poll(() => audio.evaluate((element) => element.currentTime), { timeout: 30_000 }).toBeGreaterThan(0.5);
  await page.getByRole('button', { name: 'Pause' }).click();
});

test("the link to its sound gives any part of it, and nobody else's", async () => {
  const api = apiOf(system.url, present(ours));
  const recordingId = await recordingIdOf(await callId());
  const { url } = await api.recordings.link.query({ recordingId });
  const address = new URL(url, system.url);
  const part = await fetch(address, { headers: { range: 'bytes=0-43' } });
  expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 0-43/${silentWave(SOUND_SECONDS * 1000).length}`]);
  expect(Buffer.from(await part.arrayBuffer()).toString('latin1', 0, 4)).toBe('RIFF');
  address.pathname = address.pathname.replace(recordingId, await callId());
  expect((await fetch(address)).status).toBe(403);
  await expect(apiOf(system.url, present(theirs)).recordings.link.query({ recordingId })).rejects.toMatchObject({
    data: { code: 'NOT_FOUND' },
  });
});

test('the other organisation sees of it what it sees of a call that never was', async () => {
  const id = await callId();
  const other = await browser.newPage();
  await signIn(other, system.url, present(theirs));
  const shown = [];
  for (const address of [`/calls/${id}`, '/calls/01930000-0000-7000-8000-000000000000', '/no-such-page']) {
    await other.goto(system.url + address);
    await other.getByRole('heading', { name: 'Not found' }).waitFor();
    shown.push({ title: await other.title(), words: await other.locator('main').innerText() });
  }
  expect(shown[0]).toEqual(shown[1]);
  expect(shown[2]).toEqual(shown[1]);
  const api = apiOf(system.url, present(theirs));
  await expect(api.calls.get.query({ id })).rejects.toMatchObject({ data: { code: 'NOT_FOUND' } });
  expect((await listed(present(theirs))).some(({ fromNumber }) => fromNumber === call.phone)).toBe(false);
});

test('a server that dies comes back by itself; the page says so, and shows what came meanwhile without a reload', async () => {
  await page.goto(`${system.url}/calls`);
  await page.getByText('Live, up to date').waitFor();
  await page.context().setOffline(true);
  process.kill(processOf(system.run, 'server'), 'SIGKILL');
  await page.getByText('Reconnecting.').waitFor();
  await expect.poll(() => isReady(system.url), { timeout: 60_000 }).toBe(true);
  const missed = newCall('+14155550177');
  await line.status(missed, 'ringing', 0);
  await line.status(missed, 'no-answer', 1);
  await page.context().setOffline(false);
  await rowOfCall('Missed', '(415) 555-0177').waitFor();
  await page.getByText('Live again.').waitFor();
  await page.getByText('Live, up to date').waitFor();
  await line.status(newCall('+14155550178'), 'ringing', 0);
  await rowOfCall('Ringing', '(415) 555-0178').waitFor();
});

function rowOfCall(status = '', shownNumber = '(415) 555-0123'): Locator {
  return page.getByRole('row', { name: status }).filter({ hasText: shownNumber });
}

async function listed(person: SignIn) {
  const { items } = await apiOf(system.url, person).calls.list.query({ limit: 200 });
  return items;
}

async function callId(): Promise<string> {
  return present((await listed(present(ours))).find(({ fromNumber }) => fromNumber === call.phone)).id;
}

async function recordingIdOf(id: string): Promise<string> {
  const { recordings } = await apiOf(system.url, present(ours)).calls.get.query({ id });
  return present(recordings[0]).id;
}

function present<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('Something that must be there is missing.');
  return value;
}
