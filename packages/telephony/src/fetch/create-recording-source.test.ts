import type { ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createRecordingSource, type RecordingSourceOptions } from './create-recording-source.ts';
import { ACCOUNT, FETCH_KEY, providerServer, SECRET, twilioSource, vapiSource } from './provider-server.fixture.ts';

const SOUND = Buffer.from('RIFF and so on');

function sourceFor(options: RecordingSourceOptions) {
  const source = createRecordingSource({
    connectTimeoutMs: 5000,
    headersTimeoutMs: 10_000,
    idleTimeoutMs: 10_000,
    totalTimeoutMs: 20_000,
    ...options,
  });
  onTestFinished(() => source.close());
  return source;
}

function giveSound(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'audio/x-wav', 'content-length': SOUND.length }).end(SOUND);
}

describe('a recording that the provider has', () => {
  test("comes with its type and size, for the account's token", async () => {
    const provider = await providerServer((_, response) => giveSound(response));
    const { stream, ...facts } = await sourceFor({ extraHosts: [provider.host] }).open(twilioSource(`${provider.url}/RE1?x=1`));
    expect(await buffer(stream)).toEqual(SOUND);
    expect(facts).toEqual({ contentType: 'audio/x-wav', sizeBytes: SOUND.length });
    expect(provider.requests[0]).toMatchObject({ method: 'GET', url: '/RE1?x=1' });
    expect(provider.requests[0]?.headers.authorization).toBe(`Basic ${Buffer.from(`${ACCOUNT}:${SECRET}`).toString('base64')}`);
  });

  test('comes without a length or a type too', async () => {
    const provider = await providerServer((_, response) => void response.write(SOUND, () => response.end()));
    const { stream, ...facts } = await sourceFor({ extraHosts: [provider.host] }).open(twilioSource(provider.url));
    expect(await buffer(stream)).toEqual(SOUND);
    expect(facts).toEqual({ contentType: null, sizeBytes: null });
  });

  test("ATK-093, ATK-094: is found behind the provider's own redirect, where the credential doesn't go", async () => {
    const storage = await providerServer((_, response) => giveSound(response));
    const api = await providerServer(
      (_, response) => void response.writeHead(302, { location: `${storage.url}/signed?X-Amz-Signature=1` }).end('moved'),
    );
    const { stream } = await sourceFor({ extraHosts: [api.host, storage.host] }).open(vapiSource(`${api.url}/call/1/stereo-recording`));
    expect(await buffer(stream)).toEqual(SOUND);
    expect(api.requests[0]?.headers.authorization).toBe(`Bearer ${FETCH_KEY}`);
    expect(storage.requests[0]?.url).toBe('/signed?X-Amz-Signature=1');
    expect(storage.requests[0]?.headers.authorization).toBeUndefined();
    expect(JSON.stringify(storage.requests[0]?.rawHeaders)).not.toMatch(/canary/);
  });

  test("a redirect back to the first host doesn't get it again", async () => {
    const provider = await providerServer((request, response) =>
      request.url === '/2' ? giveSound(response) : void response.writeHead(307, { location: '/2' }).end(),
    );
    const { stream } = await sourceFor({ extraHosts: [provider.host] }).open(twilioSource(`${provider.url}/1`));
    await buffer(stream);
    expect(provider.requests.map(({ headers }) => headers.authorization !== undefined)).toEqual([true, false]);
  });

  test('that nobody reads any more is hung up on', async () => {
    const closed = Promise.withResolvers<void>();
    const provider = await providerServer((_, response) => {
      response.on('close', closed.resolve);
      response.write(SOUND);
    });
    const { stream } = await sourceFor({ extraHosts: [provider.host], idleTimeoutMs: 60_000, totalTimeoutMs: 60_000 }).open(
      twilioSource(provider.url),
    );
    stream.destroy();
    await closed.promise;
  });
});

describe('what an answer means', () => {
  test.each([
    [410, {}, { name: 'PermanentFailure', reason: 'gone' }],
    [404, {}, { name: 'DownloadFailed', reason: 'not-ready', retryAfterMs: null }],
    [404, { 'retry-after': '30' }, { name: 'DownloadFailed', reason: 'not-ready', retryAfterMs: 30_000 }],
    [401, {}, { name: 'SignInRefused', reason: 'sign-in-refused' }],
    [403, {}, { name: 'SignInRefused', reason: 'sign-in-refused' }],
    [429, { 'retry-after': '7' }, { name: 'DownloadFailed', reason: 'unreachable', retryAfterMs: 7000 }],
    [503, { 'retry-after': '9' }, { name: 'DownloadFailed', reason: 'unreachable', retryAfterMs: 9000 }],
    [500, {}, { name: 'DownloadFailed', reason: 'unreachable', retryAfterMs: null }],
    [206, {}, { name: 'DownloadFailed', reason: 'unreachable' }],
    [302, {}, { name: 'DownloadFailed', reason: 'unreachable' }],
    [200, { 'content-type': 'text/html; charset=utf-8' }, { name: 'PermanentFailure', reason: 'type-refused' }],
    [200, { 'content-type': 'image/svg+xml' }, { name: 'PermanentFailure', reason: 'type-refused' }],
    [200, { 'content-type': 'audio/wav', 'content-encoding': 'gzip' }, { name: 'PermanentFailure', reason: 'type-refused' }],
    [200, { 'content-length': '10000000000' }, { name: 'PermanentFailure', reason: 'too-large' }],
  ])('%i %j', async (statusCode, headers, failure) => {
    const provider = await providerServer((_, response) => void response.writeHead(statusCode, headers).end(SOUND));
    await expect(sourceFor({ extraHosts: [provider.host] }).open(twilioSource(provider.url))).rejects.toMatchObject(failure);
  });
});

describe('whose fault a refusal is', () => {
  const refusing = (response: ServerResponse) => void response.writeHead(403).end();

  test("behind a redirect, where no credential goes, it isn't the connection's", async () => {
    const storage = await providerServer((_, response) => refusing(response));
    const api = await providerServer((_, response) => void response.writeHead(302, { location: `${storage.url}/signed` }).end());
    await expect(
      sourceFor({ extraHosts: [api.host, storage.host] }).open(vapiSource(`${api.url}/call/1/stereo-recording`)),
    ).rejects.toMatchObject({ name: 'DownloadFailed', reason: 'unreachable' });
  });

  test("at a host of which no sign-in is known, it isn't either, and a new secret may help all the same", async () => {
    const provider = await providerServer((_, response) => refusing(response));
    const source = { ...twilioSource(provider.url), provider: 'ringfence' as const };
    await expect(sourceFor({ extraHosts: [provider.host] }).open(source)).rejects.toMatchObject({
      name: 'DownloadFailed',
      reason: 'sign-in-refused',
    });
  });

  test('a connection without a fetch key is at fault where one is asked for', async () => {
    const provider = await providerServer((_, response) => refusing(response));
    await expect(sourceFor({ extraHosts: [provider.host] }).open(vapiSource(provider.url, { fetchKey: null }))).rejects.toMatchObject({
      name: 'SignInRefused',
    });
  });
});

describe('ATK-099: a sound that is', () => {
  async function stateOf(answer: (response: ServerResponse) => void, options: RecordingSourceOptions = {}): Promise<unknown> {
    const provider = await providerServer((_, response) => answer(response));
    try {
      const { stream } = await sourceFor({ extraHosts: [provider.host], maxBytes: 100_000, ...options }).open(twilioSource(provider.url));
      return await buffer(stream);
    } catch (error) {
      return error;
    }
  }

  /** Sends a part and hangs up in good order, so that the part arrives. */
  function cutting(headers: Record<string, number>) {
    return (response: ServerResponse): void => {
      response.writeHead(200, headers).write(Buffer.alloc(50));
      response.socket?.end();
    };
  }

  function endlessly(response: ServerResponse): void {
    while (response.write(Buffer.alloc(16_384)));
    if (!response.destroyed) response.once('drain', () => endlessly(response));
  }

  test('endless is cut where it is too large', async () => {
    expect(await stateOf(endlessly)).toMatchObject({ name: 'PermanentFailure', reason: 'too-large' });
  });

  test('dripping for ever ends when its time is over', async () => {
    const dripping = (response: ServerResponse) => {
      const timer = setInterval(() => response.write('x'), 20);
      response.on('close', () => clearInterval(timer));
    };
    expect(await stateOf(dripping, { totalTimeoutMs: 500 })).toMatchObject({ name: 'DownloadFailed', reason: 'incomplete' });
  });

  test('silent after it began is given up', async () => {
    expect(await stateOf((response) => void response.write(SOUND), { idleTimeoutMs: 200 })).toMatchObject({
      name: 'DownloadFailed',
      reason: 'incomplete',
    });
  });

  test('never begun is given up', async () => {
    expect(await stateOf(() => undefined, { headersTimeoutMs: 200 })).toMatchObject({ name: 'DownloadFailed', reason: 'unreachable' });
  });

  test('shorter than it said is incomplete', async () => {
    expect(await stateOf(cutting({ 'content-length': 100 }))).toMatchObject({ name: 'DownloadFailed', reason: 'incomplete' });
  });

  test('cut in the middle of its chunks is incomplete', async () => {
    expect(await stateOf(cutting({}))).toMatchObject({ name: 'DownloadFailed', reason: 'incomplete' });
  });

  test('empty is incomplete', async () => {
    expect(await stateOf((response) => void response.end())).toMatchObject({ name: 'DownloadFailed', reason: 'incomplete' });
  });
});
