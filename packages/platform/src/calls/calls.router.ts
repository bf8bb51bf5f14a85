import { GetCall, ListCalls, WatchCalls } from '@ringfence/domain/calls';
import { protectedOrgProcedure, protectedOrgSubscription, router } from '@ringfence/identity/trpc';
import { getCall } from './get-call.ts';
import { listCalls } from './list-calls.ts';
import { watchCalls } from './watch-calls.ts';

export const callsRouter = router({
  /** Calls, newest first. Everybody. */
  list: protectedOrgProcedure
    .meta({ permission: 'calls.read' })
    .input(ListCalls.default({}))
    .query(({ ctx, input }) => listCalls(ctx.db, input)),
  /** One call with its legs, events, transcript and recordings. Everybody. */
  get: protectedOrgProcedure
    .meta({ permission: 'calls.read' })
    .input(GetCall)
    .query(({ ctx, input }) => getCall(ctx.db, input)),
  /** Calls as they come and change, resumed without a gap. Everybody. */
  updates: protectedOrgSubscription
    .meta({ permission: 'calls.read' })
    .input(WatchCalls.default({}))
    .subscription(({ ctx, input, signal }) => watchCalls(ctx, input, signal)),
});
