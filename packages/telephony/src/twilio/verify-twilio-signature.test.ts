import fc from 'fast-check';
import twilio from 'twilio';
import { describe, expect, test } from 'vitest';
import { type FormFields, readForm } from './read-form.ts';
import { signTwilioRequest } from './sign-twilio-request.ts';
import { verifyTwilioSignature } from './verify-twilio-signature.ts';

const { getExpectedTwilioSignature, validateRequest } = twilio;

/** A form as Twilio's library takes it: what a body parser makes of a body. */
type Parameters = Record<string, string | string[]>;

const AUTH_TOKEN = '12345';
const text = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.constantFrom('', ' ', '+', '&=', 'é', '%27', '=1'),
);
const parameters: fc.Arbitrary<Parameters> = fc
  .array(
    fc.tuple(
      fc.oneof(text, fc.constantFrom('CallSid', 'callSid', 'To', 'From')),
      fc.oneof(text, fc.array(text, { minLength: 2, maxLength: 4 })),
    ),
    { maxLength: 8 },
  )
  .map((entries) => Object.fromEntries(entries.filter(([name]) => name !== '__proto__')));
const url = fc
  .record({
    scheme: fc.constantFrom('https://', 'http://', 'HTTPS://'),
    user: fc.constantFrom('', '', 'user:pass@'),
    host: fc.constantFrom('ringfence.example', 'Ringfence.EXAMPLE', '127.0.0.1', '[::1]'),
    port: fc.constantFrom('', ':443', ':80', ':4000', ':'),
    path: fc.constantFrom('', '/', '/webhooks/twilio/0198/status', "/a b/'c", '/é'),
    query: fc.oneof(
      fc.constantFrom('', '?', '?a=1', "?it's=here", '?a=1&a=2&b', '?x=%27&y=a+b', '?q=é'),
      fc.webQueryParameters().map((query) => `?${query}`),
    ),
  })
  .map(({ scheme, user, host, port, path, query }) => scheme + user + host + port + path + query);

/** The same address as somebody else would write it: what a proxy, a parser or Twilio makes of it. */
const respelled = fc.constantFrom<(address: string) => string>(
  (address) => address,
  (address) => address.replace(/^(\w+:\/\/(?:[^@/?]*@)?(?:\[.*\]|[^:/?]+)):?\d*/, '$1'),
  (address) => address.replace(/^(\w+:\/\/(?:[^@/?]*@)?(?:\[.*\]|[^:/?]+)):?\d*/, '$1:443'),
  (address) => address.replace(/^(\w+:\/\/(?:[^@/?]*@)?(?:\[.*\]|[^:/?]+)):?\d*/, '$1:80'),
  (address) => URL.parse(address)?.href ?? address,
);

function formOf(fields: Parameters): FormFields {
  return new Map(Object.entries(fields).map(([name, value]) => [name, Array.isArray(value) ? value : [value]]));
}

function bodyOf(fields: Parameters): string {
  const pairs = Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one]));
  return new URLSearchParams(pairs).toString();
}

describe("Twilio's signature, beside Twilio's own library", () => {
  test('we sign as it signs', () => {
    fc.assert(
      fc.property(url, parameters, (address, fields) => {
        expect(signTwilioRequest({ authToken: AUTH_TOKEN, url: address, form: formOf(fields) })).toBe(
          getExpectedTwilioSignature(AUTH_TOKEN, address, fields),
        );
      }),
      { numRuns: 500 },
    );
  });

  test('we accept what it accepts and refuse what it refuses, however the address is spelled', () => {
    let accepted = 0;
    fc.assert(
      fc.property(url, respelled, respelled, parameters, (address, signedAs, calledAs, fields) => {
        const signature = getExpectedTwilioSignature(AUTH_TOKEN, signedAs(address), fields);
        const called = calledAs(address);
        const theirs = validateRequest(AUTH_TOKEN, signature, called, fields);
        accepted += theirs ? 1 : 0;
        expect(verifyTwilioSignature({ authToken: AUTH_TOKEN, signature, url: called, form: formOf(fields) })).toBe(theirs);
      }),
      { numRuns: 3000 },
    );
    expect(accepted).toBeGreaterThan(1000);
  });

  test('a body that we parse ourselves gives the parameters that were signed', () => {
    fc.assert(
      fc.property(parameters, (fields) => {
        const signature = getExpectedTwilioSignature(AUTH_TOKEN, 'https://ringfence.example/x', fields);
        expect(
          verifyTwilioSignature({
            authToken: AUTH_TOKEN,
            signature,
            url: 'https://ringfence.example/x',
            form: readForm(Buffer.from(bodyOf(fields))),
          }),
        ).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe("ATK-102: whoever doesn't know the auth token", () => {
  const form = readForm('CallSid=CA1&CallStatus=completed&ToZip=&MediaUrl=a&MediaUrl=b');
  const request = { authToken: AUTH_TOKEN, url: 'https://ringfence.example/webhooks/twilio/1/status', form };
  const signature = signTwilioRequest(request);

  test("is refused without, with another's, and with a mutilated signature", () => {
    expect(verifyTwilioSignature({ ...request, signature })).toBe(true);
    for (const wrong of [
      undefined,
      '',
      ' ',
      `${signature} `,
      signature.slice(0, -1),
      signature.toLowerCase(),
      signTwilioRequest({ ...request, authToken: '54321' }),
    ]) {
      expect(verifyTwilioSignature({ ...request, signature: wrong })).toBe(false);
    }
  });

  test('is refused over a changed body or address, or an account without a token', () => {
    const bodies = [
      'CallSid=CA2&CallStatus=completed&ToZip=&MediaUrl=a&MediaUrl=b',
      'CallSid=CA1&CallStatus=completed&MediaUrl=a&MediaUrl=b&org_id=1',
    ];
    for (const body of bodies) expect(verifyTwilioSignature({ ...request, signature, form: readForm(body) })).toBe(false);
    for (const address of [
      'https://ringfence.example/webhooks/twilio/2/status',
      'http://ringfence.example/webhooks/twilio/1/status',
      'nonsense',
      '',
    ]) {
      expect(verifyTwilioSignature({ ...request, signature, url: address })).toBe(false);
    }
    expect(verifyTwilioSignature({ ...request, authToken: '', signature: signTwilioRequest({ ...request, authToken: '' }) })).toBe(false);
  });

  test('blank parameters count, and a repeated one by its different values', () => {
    expect(
      verifyTwilioSignature({
        ...request,
        signature,
        form: readForm('MediaUrl=b&MediaUrl=a&MediaUrl=a&CallStatus=completed&CallSid=CA1&ToZip='),
      }),
    ).toBe(true);
    expect(verifyTwilioSignature({ ...request, signature, form: readForm('MediaUrl=b&MediaUrl=a&CallStatus=completed&CallSid=CA1') })).toBe(
      false,
    );
  });

  test('nothing is thrown, whatever comes', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.uint8Array(), (address, given, body) => {
        expect(verifyTwilioSignature({ authToken: AUTH_TOKEN, signature: given, url: address, form: readForm(body) })).toBe(false);
      }),
    );
  });
});
