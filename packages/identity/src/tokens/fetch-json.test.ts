import { openIssuer, type TestIssuer } from '@ringfence/testing/tokens';
import { createGzip } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fetchJson } from './fetch-json.ts';

let issuer: TestIssuer;
let elsewhere: TestIssuer;
beforeAll(async () => {
  [issuer, elsewhere] = await Promise.all([openIssuer(), openIssuer()]);
});
afterAll(() => Promise.all([issuer.close(), elsewhere.close()]));

test('keys are fetched', async () => {
  issuer.behave();
  expect(await fetchJson(issuer.settings.jwksUri)).toEqual({ keys: [issuer.publicKey] });
});

test('an address that points elsewhere is not followed', async () => {
  issuer.behave((response) => response.writeHead(302, { location: elsewhere.settings.jwksUri }).end());
  await expect(fetchJson(issuer.settings.jwksUri)).rejects.toThrow();
  expect(elsewhere.fetches).toBe(0);
});

test.each([404, 500, 204])('an answer of %i is none', async (status) => {
  issuer.behave((response) => response.writeHead(status).end());
  await expect(fetchJson(issuer.settings.jwksUri)).rejects.toThrow(`answered with ${status}`);
});

test('what never ends, or unfolds to more than it seems, is cut off', async () => {
  issuer.behave((response) => {
    const timer = setInterval(() => response.write('x'.repeat(65_536)), 1);
    response.on('close', () => clearInterval(timer));
  });
  await expect(fetchJson(issuer.settings.jwksUri)).rejects.toThrow('is larger than');
  issuer.behave((response) => {
    const gzip = createGzip();
    response.writeHead(200, { 'content-encoding': 'gzip' });
    gzip.pipe(response);
    gzip.end('x'.repeat(10_000_000));
  });
  await expect(fetchJson(issuer.settings.jwksUri)).rejects.toThrow('is larger than');
});

test('what is no JSON is an error, and what does not answer is one after five seconds', async () => {
  issuer.behave((response) => response.end('<html>'));
  await expect(fetchJson(issuer.settings.jwksUri)).rejects.toThrow(SyntaxError);
  issuer.behave(() => {});
  await expect(fetchJson(issuer.settings.jwksUri)).rejects.toThrow(/timeout/);
});
