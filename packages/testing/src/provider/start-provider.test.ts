import { createHash } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { callbacksOf } from './callbacks-of.ts';
import type { TwilioAccount } from './provider-account.ts';
import { soundDigest } from './recording-sound.ts';
import { type Provider, startProvider } from './start-provider.ts';

let provider: Provider | undefined;

afterEach(() => provider?.close());

function signedIn({ accountSid, authToken }: TwilioAccount) {
  return { authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}` };
}

async function listAll(url: string, headers: Record<string, string>, name: 'calls' | 'recordings'): Promise<string[]> {
  const page = (await (await fetch(url, { headers })).json()) as { next_page_uri: string | null } & Record<string, { sid: string }[]>;
  const sids = (page[name] ?? []).map(({ sid }) => sid);
  return page.next_page_uri === null ? sids : [...sids, ...(await listAll(new URL(page.next_page_uri, url).href, headers, name))];
}

test('an account sees its own calls alone, page by page, the newest first', async () => {
  provider = await startProvider({ largestPage: 2 });
  const [account, other] = [provider.openTwilioAccount(), provider.openTwilioAccount()];
  const day = Date.UTC(2026, 10, 20);
  const placed = [3, 1, 2, 5, 4].map((hour) => ({
    hour,
    call: provider?.placeCall(account, { startedAt: new Date(day + hour * 3_600_000) }),
  }));
  provider.placeCall(other, { startedAt: new Date(day) });
  const url = `${provider.url}/2010-04-01/Accounts/${account.accountSid}/Calls.json?StartTime%3E=2026-11-20&StartTime%3C=2026-11-21`;
  const inOrder = placed.toSorted((a, b) => b.hour - a.hour).map(({ call }) => call?.reference);
  expect(await listAll(url, signedIn(account), 'calls')).toEqual(inOrder);
  expect(await listAll(url.replaceAll('2026-11-2', '2026-10-2'), signedIn(account), 'calls')).toEqual([]);
  expect((await fetch(url, { headers: signedIn(other) })).status).toBe(401);
});

test('a recording has sound of its own, once it is ready', async () => {
  let now = new Date('2026-11-20T10:00:00Z');
  provider = await startProvider({ clock: () => now });
  const account = provider.openTwilioAccount();
  const { recording } = provider.placeCall(account, { startedAt: new Date('2026-11-20T09:59:50Z'), readyAfterMs: 60_000 });
  if (!recording) throw new Error('an answered call is recorded');
  expect((await fetch(recording.url, { headers: signedIn(account) })).status).toBe(404);
  now = new Date('2026-11-20T10:05:00Z');
  const sound = Buffer.from(await (await fetch(recording.url, { headers: signedIn(account) })).arrayBuffer());
  expect(createHash('sha256').update(sound).digest('hex')).toBe(soundDigest(recording));
  expect((await fetch(recording.url)).status).toBe(401);
});

test("Vapi's sound stands behind a redirect, and is refused to who shows the key there", async () => {
  provider = await startProvider();
  const account = provider.openVapiAccount();
  const { recording } = provider.placeCall(account);
  const headers = { authorization: `Bearer ${account.apiKey}` };
  const redirect = await fetch(recording?.url ?? '', { headers, redirect: 'manual' });
  const location = redirect.headers.get('location') ?? '';
  expect([redirect.status, (await fetch(location)).status, (await fetch(location, { headers })).status]).toEqual([302, 200, 401]);
  const listed = (await (await fetch(`${provider.url}/call?limit=10`, { headers })).json()) as { id: string }[];
  expect(listed.map(({ id }) => id)).toEqual(provider.callsOf(account).map(({ reference }) => reference));
});

test('a fault is met as often as it was asked for, and then no more', async () => {
  provider = await startProvider();
  const account = provider.openTwilioAccount();
  const { recording } = provider.placeCall(account);
  const ask = () => fetch(recording?.url ?? '', { headers: signedIn(account) });
  provider.faults.add({ of: 'sound', status: 429, retryAfter: '3', times: 2 });
  const answers = [await ask(), await ask(), await ask()];
  expect(answers.map(({ status }) => status)).toEqual([429, 429, 200]);
  expect(answers[0]?.headers.get('retry-after')).toBe('3');
  provider.faults.add({ of: 'sound', how: 'cut' });
  await expect(ask().then((answer) => answer.arrayBuffer())).rejects.toThrow(TypeError);
  provider.faults.add({ of: 'sound', how: 'hang-up' });
  await expect(ask()).rejects.toThrow(TypeError);
});

test('of a call that nobody answered only its legs are told', async () => {
  provider = await startProvider();
  const [twilio, vapi] = [provider.openTwilioAccount(), provider.openVapiAccount()];
  const missed = callbacksOf(provider.placeCall(twilio, { talkSeconds: 0 }));
  expect(missed.map((callback) => ('form' in callback ? callback.form['CallStatus'] : null))).toEqual(['ringing', 'no-answer']);
  const report = callbacksOf(provider.placeCall(vapi, { talkSeconds: 0 })).at(-1);
  expect(report).toMatchObject({ message: { type: 'end-of-call-report', endedReason: 'customer-did-not-answer' } });
});
