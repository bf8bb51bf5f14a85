import type { LookupAddress } from 'node:dns';
import { MockAgent } from 'undici';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createRecordingSource } from './create-recording-source.ts';
import { guardedAgent, type GuardedAgentOptions } from './guarded-agent.ts';
import { FETCH_KEY, providerServer, SECRET, TWILIO_URL, twilioSource, vapiSource } from './provider-server.fixture.ts';
import { readExtraHosts } from './read-extra-hosts.ts';

const REFUSED = { name: 'PermanentFailure', reason: 'address-refused' };

/** Answers for every name with these addresses, one list a look-up. */
function resolverOf(...answers: string[][]): NonNullable<GuardedAgentOptions['resolve']> {
  let lookups = 0;
  const resolve = (_: string, __: unknown, callback: (error: null, addresses: LookupAddress[]) => void) => {
    const addresses = answers[Math.min(lookups, answers.length - 1)] ?? [];
    lookups += 1;
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  };
  return resolve as NonNullable<GuardedAgentOptions['resolve']>;
}

function sourceWith(extraHosts: string[], resolve: NonNullable<GuardedAgentOptions['resolve']>) {
  const dispatcher = guardedAgent({ extraHosts: readExtraHosts(extraHosts.join(',')), connectTimeoutMs: 500, resolve });
  onTestFinished(() => dispatcher.destroy());
  return createRecordingSource({ extraHosts, dispatcher });
}

describe('ATK-093: an address is looked at when it is connected to', () => {
  test.each(['127.0.0.1', '10.0.0.1', '169.254.169.254', '::1', '::ffff:127.0.0.1', 'fd00::1', '100.64.0.1', '0.0.0.0'])(
    "the provider's name that leads to %s is refused",
    async (address) => {
      await expect(sourceWith([], resolverOf([address])).open(twilioSource(TWILIO_URL))).rejects.toMatchObject(REFUSED);
      await expect(sourceWith([], resolverOf(['8.8.8.8', address])).open(twilioSource(TWILIO_URL))).rejects.toMatchObject(REFUSED);
    },
  );

  test('a name that flips after its first answer gains nothing', async () => {
    const provider = await providerServer((request, response) => void response.writeHead(302, { location: `${request.url}x` }).end());
    const port = provider.host.split(':')[1];
    const source = sourceWith([`sound.test:${port}`], resolverOf(['127.0.0.1'], ['169.254.169.254']));
    await expect(source.open(twilioSource(`http://sound.test:${port}/`))).rejects.toMatchObject(REFUSED);
    expect(provider.requests).toHaveLength(1);
  });

  test("plain http reaches this machine alone, even for the operator's own hosts", async () => {
    for (const address of ['10.0.0.1', '8.8.8.8', '169.254.169.254']) {
      await expect(sourceWith(['sound.test'], resolverOf([address])).open(twilioSource('http://sound.test/'))).rejects.toMatchObject(
        REFUSED,
      );
      await expect(sourceWith([address], resolverOf([])).open(twilioSource(`http://${address}/`))).rejects.toMatchObject(REFUSED);
    }
    await expect(sourceWith(['169.254.169.254'], resolverOf([])).open(twilioSource('https://169.254.169.254/'))).rejects.toMatchObject(
      REFUSED,
    );
  });

  test.each([
    'http://169.254.169.254/',
    'https://169.254.169.254/',
    'http://[::1]/',
    'file:///etc/passwd',
    'https://evil.test/',
    'https://api.twilio.com@evil.test/',
    '//evil.test/x',
    'https://api.twilio.com.evil.test/',
    'http://api.twilio.com/',
    'ftp://api.twilio.com/',
    'https://s3.amazonaws.com.evil.test/',
    'http://s3.amazonaws.com/',
    'http://127.0.0.1:1/',
  ])('a redirect to %s is not followed', async (location) => {
    const provider = await providerServer((_, response) => void response.writeHead(302, { location }).end());
    const source = createRecordingSource({ extraHosts: [provider.host] });
    onTestFinished(() => source.close());
    await expect(source.open(twilioSource(provider.url))).rejects.toMatchObject(REFUSED);
    expect(provider.requests).toHaveLength(1);
  });

  test('a redirect that never ends is given up after five', async () => {
    const provider = await providerServer((request, response) => void response.writeHead(302, { location: `${request.url}x` }).end());
    const source = createRecordingSource({ extraHosts: [provider.host] });
    onTestFinished(() => source.close());
    await expect(source.open(twilioSource(`${provider.url}/`))).rejects.toMatchObject(REFUSED);
    expect(provider.requests).toHaveLength(6);
  });
});

describe('ATK-094: the credential', () => {
  test("goes to the provider's API and not to the storage it leads to", async () => {
    const seen: [string, boolean][] = [];
    const dispatcher = new MockAgent();
    dispatcher.disableNetConnect();
    onTestFinished(() => dispatcher.close());
    const answer = (origin: string, path: string, statusCode: number, headers: Record<string, string>) =>
      dispatcher
        .get(origin)
        .intercept({ path })
        .reply(({ headers: sent }) => {
          seen.push([origin, JSON.stringify(sent).includes('authorization')]);
          return { statusCode, data: 'sound', responseOptions: { headers } };
        });
    answer('https://api.vapi.ai', '/call/b1223960-1b4d-4585-91b8-a69b0f57ec2f/stereo-recording', 302, {
      location: 'https://a.r2.cloudflarestorage.com/b?sig=1',
    });
    answer('https://a.r2.cloudflarestorage.com', '/b?sig=1', 200, { 'content-type': 'audio/wav' });
    const { stream } = await createRecordingSource({ dispatcher }).open(vapiSource('https://a.r2.cloudflarestorage.com/b'));
    expect((await stream.toArray()).join('')).toBe('sound');
    expect(seen).toEqual([
      ['https://api.vapi.ai', true],
      ['https://a.r2.cloudflarestorage.com', false],
    ]);
  });

  test('ATK-106: and what else is secret in an address stands in no error', async () => {
    const provider = await providerServer((request) => void request.socket.destroy());
    const urls = [
      'https://evil-canary.test/canary?sig=canary',
      `${provider.url}/canary-%2B14155550123?sig=canary`,
      'http://127.0.0.1:1/canary',
      'canary',
    ];
    const source = createRecordingSource({ extraHosts: [provider.host, '127.0.0.1:1'] });
    onTestFinished(() => source.close());
    for (const url of urls) {
      const error = await source.open(twilioSource(url)).catch((failure: unknown) => failure);
      expect(error).toBeInstanceOf(Error);
      const told = error instanceof Error ? `${error.stack} ${String(error.cause)} ${JSON.stringify(error)}` : '';
      expect(told.replaceAll(/file:.*|\/work.*|at .*/g, '')).not.toMatch(new RegExp(`canary|14155550123|${SECRET}|${FETCH_KEY}`));
    }
  });
});
