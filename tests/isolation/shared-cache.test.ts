import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attackedPlatform, type AttackedPlatform } from './api/attacked-platform.ts';
import type { Member } from './api/member.ts';
import type { Names } from './api/names.ts';
import { PROCEDURE_CASES } from './api/procedure-cases.ts';
import { PROCEDURES } from './api/procedures.ts';

let world: AttackedPlatform;
let names: Names;
beforeAll(async () => {
  world = await attackedPlatform();
  names = await world.namesOf(world.a);
}, 120_000);
afterAll(() => world.close());

function ask(address: string, { token }: Member, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(address, { headers: { ...headers, authorization: `Bearer ${token}` } });
}

describe.each(PROCEDURES.filter(({ kind }) => kind === 'query'))('$path', ({ path }) => {
  test('ATK-067 may be kept by nobody, says what it depends on, and answers no validator of another’s copy', async () => {
    const asked = PROCEDURE_CASES[path]?.(names);
    const address = `${world.platform.url}/trpc/${path}${asked === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(asked))}`}`;
    const [victims, attackers] = [await ask(address, world.a), await ask(address, world.b)];
    for (const { headers } of [victims, attackers]) {
      expect(headers.get('cache-control')).toBe('private, no-store');
      expect(headers.get('vary')?.toLowerCase()).toContain('authorization');
      for (const name of ['etag', 'last-modified', 'expires', 'age', 'surrogate-control', 'cdn-cache-control'])
        expect(headers.get(name)).toBeNull();
    }
    const conditional = await ask(address, world.b, { 'if-none-match': '*', 'if-modified-since': new Date().toUTCString() });
    expect([conditional.status, await conditional.text()]).toEqual([attackers.status, await attackers.text()]);
  });
});

test('ATK-067 one address, two organisations, all at once: each has its own answer', async () => {
  const address = `${world.platform.url}/trpc/organization.current`;
  const members = [world.a, world.b];
  const asked = Array.from({ length: 200 }, (_, index) => members[index % 2] ?? world.a);
  const answers = await Promise.all(
    asked.map(async (member) => (await ask(address, member)).json() as Promise<{ result: { data: { id: string } } }>),
  );
  expect(answers.map(({ result }) => result.data.id)).toEqual(asked.map(({ seeded }) => seeded.orgId));
});

test('ATK-067 sound, sign-in and what is refused may be kept by nobody either', async () => {
  const { url } = world.platform;
  const input = encodeURIComponent(JSON.stringify({ recordingId: names.recordingId }));
  const link = (await (await ask(`${url}/trpc/recordings.link?input=${input}`, world.a)).json()) as { result: { data: { url: string } } };
  for (const response of [
    await fetch(url + link.result.data.url),
    await fetch(url + link.result.data.url, { headers: { range: 'bytes=0-9' } }),
    await fetch(`${url}/recordings/${names.recordingId}/audio?token=x`),
    await fetch(`${url}/auth/get-session`, { headers: { cookie: world.a.cookie } }),
    await fetch(`${url}/auth/token`, { headers: { cookie: world.a.cookie } }),
    await fetch(`${url}/trpc/calls.list`),
    await fetch(`${url}/trpc/no.such`),
    await fetch(`${url}/trpc/calls.updates?input=%7B%7D`),
  ]) {
    expect(response.headers.get('cache-control'), response.url.replace(/\?.*/, '')).toContain('no-store');
    await response.body?.cancel();
  }
});
