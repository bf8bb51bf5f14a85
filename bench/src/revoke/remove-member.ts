import { request } from 'undici';
import { callApi, expectStatus } from './call-api.ts';
import { followCalls } from './follow-calls.ts';
import type { MeasuredRemoval } from './measured-removal.ts';
import { StreamRefused } from './stream-refused.ts';

export interface Leaving {
  readonly url: string;
  readonly userId: string;
  readonly token: string;
  readonly ownerToken: string;
  readonly recordingId: string;
}

/** Lets a member work, has the owner remove them, and measures until all that they held is dead. @throws Error if any of it still works. */
export async function removeMember({ url, userId, token, ownerToken, recordingId }: Leaving): Promise<MeasuredRemoval> {
  const list = () => callApi(url, 'GET', 'calls.list', token, { limit: 1 });
  expectStatus('a member', (await list()).status, 200);
  const link = (await callApi(url, 'GET', 'recordings.link', token, { recordingId })).data as { readonly url: string };
  const play = async () => {
    const { statusCode, body } = await request(url + link.url);
    await body.dump();
    return statusCode;
  };
  expectStatus('a link', await play(), 200);
  const stream = await followCalls(url, token);

  const askedAt = performance.now();
  expectStatus('the removal', (await callApi(url, 'POST', 'members.remove', ownerToken, { userId })).status, 200);
  const removedAt = performance.now();
  const since = async (what: Promise<number>, name: string) => {
    expectStatus(name, await what, 403);
    return performance.now() - removedAt;
  };
  const [requestMs, linkMs, endedAt] = await Promise.all([
    since(
      list().then(({ status }) => status),
      'the request of a removed member',
    ),
    since(play(), 'the link of a removed member'),
    stream.ended,
  ]);
  expectStatus('another stream of a removed member', await statusOfStream(url, token), 403);
  return { removalMs: removedAt - askedAt, requestMs, linkMs, streamMs: Math.max(0, endedAt - removedAt) };
}

async function statusOfStream(url: string, token: string): Promise<number> {
  try {
    (await followCalls(url, token)).close();
    return 200;
  } catch (error) {
    if (error instanceof StreamRefused) return error.status;
    throw error;
  }
}
