import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { RingfenceClient } from '@ringfence/client';
import { silentWave } from '@ringfence/testing/recordings';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addTwilio } from './system/add-twilio.ts';
import { apiOf } from './system/api-of.ts';
import { isReady } from './system/is-ready.ts';
import { type MediaServer, startMediaServer } from './system/media-server.ts';
import { processOf } from './system/process-of.ts';
import { ringfenceJson } from './system/run-ringfence.ts';
import { type RunningSystem, startSystem } from './system/running-system.ts';
import { tellTime } from './system/tell-time.ts';
import { newCall, type TwilioLine } from './system/twilio-line.ts';

const PERSON = { email: 'owner@kill.example', password: 'keep-calm-0100', organization: 'Kill Ltd' };
const CALLBACKS = 100;
const KILL_AFTER = 30;

let media: MediaServer;
let system: RunningSystem;
let api: RingfenceClient;
let line: TwilioLine;

beforeAll(async () => {
  media = await startMediaServer(silentWave(20_000));
  system = await startSystem({ RINGFENCE_RECORDING_HOSTS: media.host });
  const { orgId } = await ringfenceJson<{ orgId: string }>(system.variables, 'org', 'create', PERSON.organization);
  const member = ['--org', orgId, '--email', PERSON.email, '--password', PERSON.password, '--role', 'owner'];
  await ringfenceJson(system.variables, 'member', 'add', ...member);
  line = await addTwilio(system.variables, orgId);
  api = apiOf(system.url, PERSON);
});

afterAll(async () => {
  await system?.stop();
  media?.close();
});

test('a recording whose worker was killed in the middle of the download is stored, and stored once', async () => {
  const storedBefore = storedFiles(system.dataDir).length;
  const call = newCall('+14155550123');
  await line.status(call, 'completed', 2);
  const stalled = media.stallNext();
  await line.recording(call, media.url);
  await stalled;
  const killedAt = performance.now();
  process.kill(processOf(system.run, 'worker'), 'SIGKILL');
  const [item] = (await api.calls.list.query({})).items;
  const id = item?.id ?? '';
  const statuses = async () => (await api.calls.get.query({ id })).recordings.map(({ status }) => status);
  expect(await statuses()).toEqual(['processing']);
  await expect.poll(statuses, { timeout: 100_000, interval: 250 }).toEqual(['stored']);
  tellTime("a killed worker's recording is stored", performance.now() - killedAt);
  expect(media.downloads).toHaveLength(2);
  expect(storedFiles(system.dataDir)).toHaveLength(storedBefore + 1);
});

test('every callback that was acknowledged before the server was killed is there afterwards', async () => {
  const calls = Array.from({ length: CALLBACKS }, (_, index) => newCall(`+1415555${1000 + index}`));
  const acknowledged: string[] = [];
  await Promise.allSettled(
    calls.map(async (call) => {
      const { status } = await line.status(call, 'ringing', 0);
      if (status === 204) acknowledged.push(call.phone);
      if (acknowledged.length === KILL_AFTER) process.kill(processOf(system.run, 'server'), 'SIGKILL');
    }),
  );
  expect(acknowledged.length).toBeGreaterThanOrEqual(KILL_AFTER);
  expect(acknowledged.length).toBeLessThan(CALLBACKS);
  await expect.poll(() => isReady(system.url), { timeout: 90_000, interval: 100 }).toBe(true);
  const { items } = await api.calls.list.query({ limit: 200 });
  const kept = new Set(items.map(({ fromNumber }) => fromNumber));
  expect(acknowledged.filter((phone) => !kept.has(phone))).toEqual([]);
});

function storedFiles(dataDir: string): string[] {
  const entries = readdirSync(path.join(dataDir, 'recordings/org'), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
}
