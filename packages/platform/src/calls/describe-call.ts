import { leadingFirst, summarizeCall } from '@ringfence/domain/calls';
import type { callLogs, calls } from '@ringfence/db/schema';

type Leg = Omit<typeof callLogs.$inferSelect, 'orgId' | 'id' | 'callId' | 'connectionId' | 'createdAt' | 'updatedAt'>;
type Described = Omit<typeof calls.$inferSelect, 'orgId' | 'id' | 'connectionId' | 'partyNumber' | 'createdAt' | 'updatedAt'>;

/** A call's columns as its legs tell them; `receivedAt` stands in while nobody has told when it began. */
export function describeCall(legs: readonly Leg[], receivedAt: Date): Described {
  const ordered = leadingFirst(legs);
  const caller = ordered.find((leg) => leg.fromAddress !== null);
  const called = ordered.find((leg) => leg.toAddress !== null);
  const summary = summarizeCall(ordered);
  return {
    ...summary,
    startedAt: summary.startedAt ?? receivedAt,
    fromNumber: caller?.fromNumber ?? null,
    fromAddress: caller?.fromAddress ?? null,
    toNumber: called?.toNumber ?? null,
    toAddress: called?.toAddress ?? null,
  };
}
