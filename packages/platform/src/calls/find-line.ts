import { ANNOUNCED_WITHIN_MS } from '@ringfence/domain/recordings';
import { calls, recordings } from '@ringfence/db/schema';
import { compile, type Given } from '@ringfence/tenancy';
import { and, eq, exists, lt, notExists, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';

const earlier = alias(calls, 'earlier');

/** Whether the line of a call records, as far as anybody can tell: it brought a recording once, or no call that should have had one yet. */
export const findLine = compile((query, given: Given<{ callId: string }>) => {
  const recorded = query
    .select({ id: recordings.id })
    .from(recordings)
    .where(and(eq(recordings.orgId, calls.orgId), eq(recordings.connectionId, calls.connectionId)));
  const settled = sql`now() - make_interval(secs => ${ANNOUNCED_WITHIN_MS / 1000})`;
  const unrecorded = query
    .select({ id: earlier.id })
    .from(earlier)
    .where(
      and(
        eq(earlier.orgId, calls.orgId),
        eq(earlier.connectionId, calls.connectionId),
        eq(earlier.status, 'completed'),
        lt(earlier.endedAt, settled),
      ),
    );
  return query
    .select({ isRecorded: asFact(or(exists(recorded), notExists(unrecorded))) })
    .from(calls)
    .where(and(eq(calls.orgId, given('orgId')), eq(calls.id, given('callId'))));
});

function asFact(condition: SQL | undefined): SQL<boolean> {
  return sql<boolean>`(${condition})`;
}
