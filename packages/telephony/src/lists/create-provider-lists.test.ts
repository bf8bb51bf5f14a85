import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ListedItem, ListFailed, type ProviderAccount } from '@ringfence/domain/connections';
import { type Provider, startProvider, type TwilioAccount, type VapiAccount } from '@ringfence/testing/provider';
import { afterEach, expect, onTestFinished, test } from 'vitest';
import { createProviderLists } from './create-provider-lists.ts';

const from = new Date('2026-11-20T00:00:00Z');
const day = { from, to: new Date('2026-11-21T00:00:00Z') };
const signal = new AbortController().signal;
let provider: Provider | undefined;

afterEach(() => provider?.close());

function ofTwilio({ accountSid, authToken }: TwilioAccount, changes: Partial<ProviderAccount> = {}): ProviderAccount {
  return { provider: 'twilio', accountId: accountSid, lastCallback: null, secret: authToken, fetchKey: null, ...changes };
}

function ofVapi({ apiKey, serverSecret }: VapiAccount): ProviderAccount {
  return { provider: 'vapi', accountId: null, lastCallback: null, secret: serverSecret, fetchKey: apiKey };
}

async function listAll(baseUrl: string, account: ProviderAccount, window = day): Promise<ListedItem[]> {
  const lists = createProviderLists({ baseUrl, timeoutMs: 2_000 });
  onTestFinished(() => lists.close());
  const items: ListedItem[] = [];
  for await (const page of lists.list(account, window, signal)) items.push(...page);
  return items;
}

function at(hour: number): Date {
  return new Date(from.getTime() + hour * 3_600_000);
}

test("a day of Twilio's list: its calls over all pages, then its recordings, and nothing of the days around it", async () => {
  const { url, openTwilioAccount, placeCall, ...rest } = (provider = await startProvider({ largestPage: 2 }));
  const account = openTwilioAccount();
  const [before, first, , , , last, after] = [-0.001, 0, 6, 12, 18, 23.99, 24].map((hour) => placeCall(account, { startedAt: at(hour) }));
  const items = await listAll(url, ofTwilio(account));
  const calls = items.filter(({ kind }) => kind === 'call').map(({ reference }) => reference);
  expect(calls).toHaveLength(5);
  expect(new Set(calls).size).toBe(5);
  expect([calls.at(-1), calls[0]]).toEqual([first?.reference, last?.reference]);
  expect(calls).not.toContain(before?.reference);
  expect(calls).not.toContain(after?.reference);
  expect(items.findIndex(({ kind }) => kind === 'recording')).toBe(5);
  expect(rest.requests.length).toBeGreaterThan(5);
});

test("what Twilio's list says of a call is what its callbacks say", async () => {
  provider = await startProvider();
  const account = provider.openTwilioAccount();
  const call = provider.placeCall(account, { startedAt: at(10), ringSeconds: 6, talkSeconds: 49 });
  const items = await listAll(provider.url, ofTwilio(account));
  expect(items.map(({ understood }) => understood)).toMatchObject([
    {
      kind: 'event',
      event: {
        kind: 'listed:completed',
        leg: { reference: call.reference, status: 'completed', startedAt: call.startedAt, endedAt: call.endedAt, talkSeconds: 49 },
        from: { number: '+4915112345678' },
        to: { number: '+4930123456' },
      },
    },
    {
      kind: 'event',
      event: {
        dedupeKey: `recording:${call.recording?.reference}:completed`,
        recording: { reference: call.recording?.reference, url: call.recording?.url, accountId: account.accountSid, durationMs: 49_000 },
      },
    },
  ]);
});

test("Twilio's account is known from its callbacks where nobody told it", async () => {
  provider = await startProvider();
  const account = provider.openTwilioAccount();
  provider.placeCall(account, { startedAt: at(10) });
  const lastCallback = Buffer.from(new URLSearchParams({ CallSid: 'CA1', AccountSid: account.accountSid }).toString());
  expect(await listAll(provider.url, ofTwilio(account, { accountId: null, lastCallback }))).toHaveLength(2);
  await expect(listAll(provider.url, ofTwilio(account, { accountId: null }))).rejects.toMatchObject({ reason: 'no-credential' });
});

test("a day of Vapi's list, page by page, with what was said and where the sound is", async () => {
  provider = await startProvider({ largestPage: 2 });
  const account = provider.openVapiAccount();
  const placed = [-1, 0, 5, 5.5, 11, 23.5, 24].map((hour) => provider?.placeCall(account, { startedAt: at(hour) }).reference);
  const items = await listAll(provider.url, ofVapi(account));
  expect(items.map(({ reference }) => reference)).toEqual(placed.slice(1, -1).toReversed());
  expect(items[0]?.understood).toMatchObject({
    kind: 'event',
    event: {
      kind: 'listed:ended',
      leg: { status: 'completed', endedReason: 'customer-ended-call', summary: 'Asked for the opening hours.' },
      recording: { reference: placed[5], channels: 2 },
      transcript: [{ speaker: 'agent' }, { speaker: 'caller' }],
    },
  });
});

test('a call that goes on, and sound that is not ready, hold the look up', async () => {
  const now = at(12);
  provider = await startProvider({ clock: () => now });
  const account = provider.openTwilioAccount();
  provider.placeCall(account, { startedAt: at(11.999), ringSeconds: 1, talkSeconds: 600 });
  provider.placeCall(account, { startedAt: at(11), readyAfterMs: 7_200_000 });
  const items = await listAll(provider.url, ofTwilio(account));
  expect(items.map(({ kind, isFinished, understood }) => [kind, isFinished, understood.kind])).toEqual([
    ['call', false, 'event'],
    ['call', true, 'event'],
    ['recording', false, 'ignored'],
    ['recording', false, 'ignored'],
  ]);
});

test.each([
  [401, undefined, 'sign-in-refused', null],
  [403, undefined, 'sign-in-refused', null],
  [429, '7', 'unreachable', 7_000],
  [503, undefined, 'unreachable', null],
  [302, undefined, 'unreachable', null],
])('an answer of status %i is told as what it means', async (status, retryAfter, reason, retryAfterMs) => {
  provider = await startProvider();
  const account = provider.openTwilioAccount();
  provider.faults.add({ of: 'calls', status, ...(retryAfter === undefined ? {} : { retryAfter }) });
  const failure = listAll(provider.url, ofTwilio(account));
  await expect(failure).rejects.toBeInstanceOf(ListFailed);
  await expect(failure).rejects.toMatchObject({ reason, retryAfterMs });
});

test('a list that breaks off is no list, and no address is in what is told', async () => {
  provider = await startProvider();
  const account = provider.openTwilioAccount();
  provider.faults.add({ of: 'recordings', how: 'hang-up' });
  const failure = await listAll(provider.url, ofTwilio(account)).catch((error: unknown) => error);
  expect(failure).toMatchObject({ reason: 'unreachable', message: 'The provider could not be reached.' });
  expect(JSON.stringify(failure, Object.getOwnPropertyNames(failure))).not.toContain(account.accountSid);
});

async function answering(body: unknown): Promise<string> {
  const requests = createServer((_, response) => response.end(typeof body === 'string' ? body : JSON.stringify(body)));
  await new Promise<void>((resolve) => requests.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void requests.close());
  return `http://127.0.0.1:${(requests.address() as AddressInfo).port}`;
}

const someAccount: ProviderAccount = {
  provider: 'twilio',
  accountId: `AC${'0'.repeat(32)}`,
  lastCallback: null,
  secret: 's',
  fetchKey: null,
};

test.each([
  ['no JSON', '<html>'],
  ['no list', { calls: null }],
  ['an entry without a time', { calls: [{ sid: 'CA1' }] }],
  ['another list', { calls: [], next_page_uri: `/2010-04-01/Accounts/AC${'1'.repeat(32)}/Calls.json?Page=1` }],
  ['another host', { calls: [], next_page_uri: 'https://evil.example/' }],
])("an answer that is %s isn't believed", async (_name, body) => {
  await expect(listAll(await answering(body), someAccount)).rejects.toMatchObject({ reason: 'unreadable' });
});

test('an account id that is a path goes nowhere', async () => {
  const account = { ...someAccount, accountId: '../../Accounts' };
  await expect(listAll('http://127.0.0.1:9', account)).rejects.toMatchObject({ reason: 'unreadable' });
});
