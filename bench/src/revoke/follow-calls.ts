import { request } from 'undici';
import { StreamRefused } from './stream-refused.ts';

/** An open `calls.updates`; `ended` tells when the server ended it, on the clock of `performance.now()`. @throws StreamRefused */
export async function followCalls(url: string, token: string): Promise<{ readonly ended: Promise<number>; close(): void }> {
  const stop = new AbortController();
  const { statusCode, body } = await request(`${url}/trpc/calls.updates?input=%7B%7D`, {
    headers: { authorization: `Bearer ${token}` },
    signal: stop.signal,
  });
  if (statusCode !== 200) {
    await body.dump();
    throw new StreamRefused(statusCode);
  }
  const { promise: opened, resolve: open } = Promise.withResolvers<void>();
  const { promise: ended, resolve: end } = Promise.withResolvers<number>();
  body.on('data', () => open());
  body.once('close', () => end(performance.now()));
  body.on('error', () => {});
  await opened;
  return { ended, close: () => stop.abort() };
}
