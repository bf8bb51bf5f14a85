import { describe, expect, test } from 'vitest';
import { firstRequest } from './first-request.ts';
import { ACCOUNT, CALL, FETCH_KEY, SECRET, TWILIO_URL, twilioSource, vapiSource } from './provider-server.fixture.ts';
import { readExtraHosts } from './read-extra-hosts.ts';

const REFUSED = expect.objectContaining({ name: 'PermanentFailure', reason: 'address-refused' });
const BASIC = `Basic ${Buffer.from(`${ACCOUNT}:${SECRET}`).toString('base64')}`;

describe('Twilio', () => {
  test("is asked for the recording as WAV, with the account's token", () => {
    const { url, authorization } = firstRequest(twilioSource(TWILIO_URL), []);
    expect(url.href).toBe(`${TWILIO_URL}.wav`);
    expect(authorization).toBe(BASIC);
    expect(firstRequest(twilioSource(`${TWILIO_URL}.mp3?RequestedChannels=2`), []).url.href).toBe(`${TWILIO_URL}.mp3?RequestedChannels=2`);
  });

  test.each([
    TWILIO_URL.replace(ACCOUNT, `AC${'00'.repeat(16)}`),
    TWILIO_URL.replace('/Recordings/', '/Calls/'),
    `${TWILIO_URL}/../../Messages`,
    `${TWILIO_URL}/%2e%2e/%2e%2e/Keys`,
    `https://api.twilio.com/2010-04-01/Accounts/${ACCOUNT}.json`,
    'https://api.twilio.com/',
  ])('ATK-094: gets no token for another account or thing: %s', (url) => {
    expect(() => firstRequest(twilioSource(url), [])).toThrow(REFUSED);
    expect(() => firstRequest(twilioSource(TWILIO_URL, { accountId: null }), [])).toThrow(REFUSED);
  });
});

describe('Vapi', () => {
  const STORED = 'https://abc123.r2.cloudflarestorage.com/hipaa-recordings/x-stereo.wav';

  test("is asked by the call's id when there is a key, whatever storage the message named", () => {
    const { url, authorization } = firstRequest(vapiSource(STORED), []);
    expect(url.href).toBe(`https://api.vapi.ai/call/${CALL}/stereo-recording`);
    expect(authorization).toBe(`Bearer ${FETCH_KEY}`);
    expect(firstRequest(vapiSource('https://storage.vapi.ai/x-mono.wav'), []).url.href).toBe(
      `https://api.vapi.ai/call/${CALL}/mono-recording`,
    );
    expect(firstRequest(vapiSource('https://api.eu.vapi.ai/x'), []).url.host).toBe('api.eu.vapi.ai');
  });

  test("is asked for the told address without a key, or with an id that can't stand in a path", () => {
    for (const source of [
      vapiSource(`${STORED}?X-Amz-Signature=1`, { fetchKey: null }),
      vapiSource(`${STORED}?X-Amz-Signature=1`, { reference: '../../org' }),
    ]) {
      expect(firstRequest(source, [])).toEqual({ url: new URL(`${STORED}?X-Amz-Signature=1`), authorization: null, isSignIn: false });
    }
  });
});

test.each([
  'http://169.254.169.254/latest/meta-data',
  'https://169.254.169.254/',
  'http://localhost/',
  'https://[::1]/',
  'https://10.0.0.1/',
  'file:///etc/passwd',
  'gopher://x',
  'nonsense',
  '',
  'https://api.twilio.com.evil.test/',
  'https://api.twilio.com@evil.test/',
  'https://evil.test/api.twilio.com',
  'https://evil.test#api.twilio.com',
  'https://evil.test\\@api.twilio.com/',
  'https://xapi.twilio.com/',
  'https://api.twilio.com:8443/',
  `https://user:pass@api.twilio.com${new URL(TWILIO_URL).pathname}`,
  TWILIO_URL.replace('https', 'http'),
  TWILIO_URL.replace('.com/', '.com./'),
  'https://api。twilio。com.evil.test/',
  'https://evilr2.cloudflarestorage.com.evil.test/',
  'https://api.vapi.ai.evil.test/',
  'data:audio/wav,x',
])('ATK-093, ATK-094: nobody is asked at %j, with or without a credential', (url) => {
  for (const source of [twilioSource(url), vapiSource(url), { ...vapiSource(url), provider: 'ringfence' as const }]) {
    expect(() => firstRequest(source, readExtraHosts('sound.test'))).toThrow(REFUSED);
  }
});

test("a host that the operator named is trusted like the provider's own, at the very address told", () => {
  const extraHosts = readExtraHosts('127.0.0.1:8080');
  expect(firstRequest(twilioSource('http://127.0.0.1:8080/a/RE1'), extraHosts)).toEqual({
    url: new URL('http://127.0.0.1:8080/a/RE1'),
    authorization: BASIC,
    isSignIn: true,
  });
  expect(firstRequest(vapiSource('http://127.0.0.1:8080/b'), extraHosts)).toEqual({
    url: new URL('http://127.0.0.1:8080/b'),
    authorization: `Bearer ${FETCH_KEY}`,
    isSignIn: true,
  });
  expect(firstRequest({ ...twilioSource('http://127.0.0.1:8080/c'), provider: 'ringfence' }, extraHosts).authorization).toBeNull();
});
