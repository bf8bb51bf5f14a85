import { Conflict, Forbidden, InvalidInput, NotAdmitted, NotFound, RateLimited, Unavailable } from '@ringfence/domain';
import { StatementFailed } from '@ringfence/tenancy';
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { TokenRefused } from '../tokens/token-refused.ts';
import type { SignedIn } from '../tokens/signed-in.ts';
import { identifiedProcedure } from './identified-procedure.ts';
import type { Miss } from './miss.ts';
import type { RequestContext } from './request-context.ts';
import { router } from './trpc.ts';

const id = randomUUID();
const person: SignedIn = {
  actor: { kind: 'user', id: randomUUID() },
  userId: null,
  orgId: randomUUID(),
  sessionId: null,
  expiresAt: new Date(),
};

/** Calls a procedure that ends as `answer` does, with its input; gives what the hook heard and how it ended. */
async function missesOf(answer: () => unknown, input: unknown = { id }, signedIn = person) {
  const misses: Miss[] = [];
  const context = { identify: () => Promise.resolve(signedIn), onMiss: (miss: Miss) => misses.push(miss) };
  const api = router({ ask: identifiedProcedure.input(z.unknown()).query(answer) });
  const outcome = await api
    .createCaller(context as unknown as RequestContext)
    .ask(input)
    .catch((error: unknown) => error);
  return { misses, outcome };
}

function failing(error: Error) {
  return () => {
    throw error;
  };
}

test.each([
  [new NotFound('call'), 'missing'],
  [new Conflict('It moved on.'), 'missing'],
  [new InvalidInput('cursor', 'must be a cursor'), 'missing'],
  [new Forbidden('Your role does not allow that.'), 'missing'],
  [new Error('a bug'), 'missing'],
  [new StatementFailed({ code: '23503' }), 'missing'],
  [new StatementFailed({ code: '42501', table: 'leads' }), 'refused-write'],
  [new NotAdmitted(), 'not-admitted'],
])('%s is heard as %s', async (error, how) => {
  const { misses } = await missesOf(failing(error));
  expect(misses).toEqual([{ signedIn: person, procedure: 'ask', how, ids: [id] }]);
});

test.each([[new RateLimited(1000)], [new Unavailable('Away.')], [new TokenRefused()]])(
  '%s says nothing of an id, and is not heard',
  async (error) => {
    expect((await missesOf(failing(error))).misses).toEqual([]);
  },
);

test('a miss that names no id is not heard, but for a refused entry or write', async () => {
  expect((await missesOf(failing(new NotFound('call')), {})).misses).toEqual([]);
  expect((await missesOf(failing(new NotAdmitted()), {})).misses).toMatchObject([{ how: 'not-admitted', ids: [] }]);
  expect((await missesOf(failing(new StatementFailed({ code: '42501' })), {})).misses).toMatchObject([{ how: 'refused-write' }]);
});

test('an empty page is heard where ids were named, a full one and any other answer is not', async () => {
  expect((await missesOf(() => ({ items: [], nextCursor: null }))).misses).toMatchObject([{ how: 'missing', ids: [id] }]);
  for (const answer of [{ items: [1] }, { items: {} }, [], null, undefined, 'x']) expect((await missesOf(() => answer)).misses).toEqual([]);
});

test('a key that is let in no more is told as a token that is not valid, and heard', async () => {
  const key: SignedIn = { ...person, actor: { kind: 'api-key', id: randomUUID() } };
  const { misses, outcome } = await missesOf(failing(new NotAdmitted()), {}, key);
  expect(outcome).toMatchObject({ code: 'UNAUTHORIZED' });
  expect(misses).toMatchObject([{ how: 'not-admitted', signedIn: { actor: { kind: 'api-key' } } }]);
  expect((await missesOf(failing(new NotAdmitted()))).outcome).toMatchObject({ code: 'FORBIDDEN' });
});

test('a stream is heard when it fails, and passed on as it is', async () => {
  async function* stream() {
    yield 1;
    throw await Promise.resolve(new InvalidInput('lastEventId', 'must be the id of an earlier event'));
  }
  const { misses, outcome } = await missesOf(stream);
  expect(misses).toEqual([]);
  const told: unknown[] = [];
  const reading = (async () => {
    for await (const event of outcome as AsyncIterable<unknown>) told.push(event);
  })();
  await expect(reading).rejects.toThrow(InvalidInput);
  expect([told, misses]).toMatchObject([[1], [{ how: 'missing', ids: [id] }]]);
});
