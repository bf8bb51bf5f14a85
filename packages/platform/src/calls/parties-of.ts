import type { CallEvent } from '@ringfence/domain/calls';
import type { callLogs } from '@ringfence/db/schema';

export type Parties = Pick<typeof callLogs.$inferSelect, 'fromNumber' | 'fromAddress' | 'toNumber' | 'toAddress'>;

/** Who called whom, as the first message that said so told it. */
export function partiesOf({ from, to }: Pick<CallEvent, 'from' | 'to'>, known?: Parties): Parties {
  const caller = known?.fromAddress ? known : { fromNumber: from?.number ?? null, fromAddress: from?.heard ?? null };
  const called = known?.toAddress ? known : { toNumber: to?.number ?? null, toAddress: to?.heard ?? null };
  return {
    fromNumber: caller.fromNumber,
    fromAddress: caller.fromAddress,
    toNumber: called.toNumber,
    toAddress: called.toAddress,
  };
}
