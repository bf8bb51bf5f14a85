import { Conflict, Forbidden, InvalidInput, NotFound, RateLimited, Unavailable } from '@ringfence/domain';
import { type Caller, type EntryOptions, type TenantDb, Trips } from '@ringfence/tenancy';
import type { TRPCError } from '@trpc/server';
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { formatError } from './format-error.ts';
import { protectedOrgProcedure, type RequestContext, router } from './index.ts';
import { translateFailure } from './translate-failure.ts';

const [userId, orgId] = [randomUUID(), randomUUID()];

/** Where the tenant would be entered; the database's part is tested where there is one. */
function context(role: string, entered: string[] = []): RequestContext {
  async function enter<T>(caller: Caller, work: (db: TenantDb) => Promise<T>, how: EntryOptions = {}): Promise<T> {
    entered.push(caller.orgId);
    if (!how.roles?.includes(role)) throw new Forbidden('as the database would');
    return work({ ...caller, role: () => Promise.resolve(role) } as unknown as TenantDb);
  }
  return {
    trips: new Trips(),
    outside: {} as RequestContext['outside'],
    requestId: 'r1',
    identify: () =>
      Promise.resolve({ actor: { kind: 'user', id: userId }, userId, orgId, sessionId: null, expiresAt: new Date(Date.now() + 60_000) }),
    tenancy: {
      inTenant: enter,
      readInTenant: enter,
      lookup: () => Promise.reject(new TypeError('no lookup here')),
      close: () => Promise.resolve(),
    },
  };
}

const api = router({
  role: protectedOrgProcedure.meta({ permission: 'connections.read' }).query(({ ctx }) => ctx.db.role()),
  keys: protectedOrgProcedure.meta({ permission: 'calls.read' }).query(({ ctx }) => [ctx.tenancy, ctx.identify]),
});

test('the roles that hold the permission are what the entry is held to, and the tenant is the token’s', async () => {
  const entered: string[] = [];
  expect(await api.createCaller(context('admin', entered)).role()).toBe('admin');
  expect(entered).toEqual([orgId]);
  for (const role of ['agent', 'viewer', 'connection', 'operator', '']) {
    await expect(api.createCaller(context(role)).role()).rejects.toMatchObject({ code: 'FORBIDDEN' });
  }
});

test('inside a procedure no other way to the database is left', async () => {
  expect(await api.createCaller(context('viewer')).keys()).toEqual([undefined, undefined]);
});

test('there is nothing to build a procedure on before it names a permission', () => {
  expect(Object.keys(protectedOrgProcedure)).toEqual(['meta']);
});

test.each([
  [new NotFound('call'), 'NOT_FOUND', -32004],
  [new Conflict('It moved on.'), 'CONFLICT', -32009],
  [new RateLimited(1000), 'TOO_MANY_REQUESTS', -32029],
  [new Unavailable('Away.'), 'SERVICE_UNAVAILABLE', -32603],
  [new InvalidInput('cursor', 'must be a cursor'), 'BAD_REQUEST', -32600],
])('%s is told as %s', (failure, code, number) => {
  const shape = { code: -32603, message: '', data: { code: 'INTERNAL_SERVER_ERROR', httpStatus: 500 } } as const;
  const error = translateFailure(failure) as TRPCError;
  const formatted = formatError({ error, shape, ctx: { requestId: 'r1' } });
  expect(formatted).toMatchObject({ code: number, message: failure.message, data: { code } });
});

test('ATK-025: what nobody foresaw is told without a word of it', async () => {
  const broken = router({
    fail: protectedOrgProcedure
      .meta({ permission: 'calls.read' })
      .input(z.strictObject({}))
      .query(() => {
        throw new Error('duplicate key value violates "leads_phone_key" DETAIL: (+4930123456)');
      }),
  });
  const error = await broken
    .createCaller(context('viewer'))
    .fail({})
    .catch((thrown: unknown) => thrown as TRPCError);
  const shape = { code: -32603, message: 'x', data: { code: 'INTERNAL_SERVER_ERROR', httpStatus: 500, stack: 'at x' } } as const;
  const told = formatError({ error: error as TRPCError, shape, ctx: { requestId: 'r1' } });
  expect(told).toEqual({
    code: -32603,
    message: 'Something went wrong on our side. The log has it under r1.',
    data: { code: 'INTERNAL_SERVER_ERROR', httpStatus: 500, reference: 'r1' },
  });
});
