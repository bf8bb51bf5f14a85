import { expect, test } from 'vitest';
import { bearerFetch } from './bearer-fetch.ts';

function server(accepts: string): { sent: RequestInit[]; send: typeof fetch } {
  const sent: RequestInit[] = [];
  return {
    sent,
    send: (_input, init = {}) => {
      sent.push(init);
      const isRight = new Headers(init.headers).get('authorization') === `Bearer ${accepts}`;
      return Promise.resolve(new Response(null, { status: isRight ? 200 : 401 }));
    },
  };
}

test('every request carries the bearer token and no cookie', async () => {
  const { sent, send } = server('one');
  const response = await bearerFetch('one', send)('/trpc/x', { headers: { accept: 'text/event-stream' } });
  expect(response.status).toBe(200);
  expect(sent[0]?.credentials).toBe('omit');
  expect(new Headers(sent[0]?.headers).get('accept')).toBe('text/event-stream');
});

test('a refused token is replaced once, and a second refusal is the answer', async () => {
  const refusals: (string | undefined)[] = [];
  function source(refused?: string): Promise<string> {
    refusals.push(refused);
    return Promise.resolve(refused ? 'new' : 'old');
  }
  const good = server('new');
  expect((await bearerFetch(source, good.send)('/trpc/x')).status).toBe(200);
  expect(refusals).toEqual([undefined, 'old']);
  const bad = server('neither');
  expect((await bearerFetch(source, bad.send)('/trpc/x')).status).toBe(401);
  expect(bad.sent).toHaveLength(2);
});
