import { Readable } from 'node:stream';
import { objectFindings, objectReviews, recordings } from '@ringfence/db/schema';
import { silentWave } from '@ringfence/testing/recordings';
import type { Caller } from '@ringfence/tenancy';
import { and, asc, eq, sql } from 'drizzle-orm';
import { objectKey } from './object-key.ts';
import type { Pipeline } from './pipeline.fixture.ts';
import { reconcileWithin } from './reconcile-objects.job.ts';
import { RECONCILE_TIMES, type ReconcileTimes } from './reconcile-times.ts';

const DAY_MS = 86_400_000;
/** Deals at once with whatever it sees. */
export const AT_ONCE: ReconcileTimes = { graceMs: -1000, waitMs: 0, unrememberedMs: 0 };

interface Named {
  readonly orgId: string;
  readonly recordingId: string;
}

type Storage = Pipeline['storage'];

/** The reconciliation on a pipeline's database and storage, whose time can be moved. */
export function reconciliation({ asJob, rowOf, storage, tenancies }: Pipeline) {
  const openStorageOf = (outside: Partial<Storage>) => ({ storage: { ...storage, ...outside } });
  return {
    /** One run; with times of one's own, or a storage that does something else. */
    run: (
      { orgId }: { orgId: string },
      { times = RECONCILE_TIMES, outside = {} }: { times?: ReconcileTimes; outside?: Partial<Storage> } = {},
    ) =>
      reconcileWithin(
        { orgId, tenant: (work) => asJob({ orgId }, work), outside: openStorageOf(outside), signal: new AbortController().signal },
        times,
      ),
    /** A listing as it will look after some days. */
    aged: (days: number): Partial<Storage> => ({
      async *list(folder) {
        for await (const one of storage.list(folder)) yield { ...one, storedAt: new Date(one.storedAt.getTime() - days * DAY_MS) };
      },
    }),
    putObject: ({ orgId, recordingId }: Named, number: number) =>
      storage.put(objectKey(orgId, { recordingId, number }), Readable.from([silentWave(100)]), { maxBytes: 1e6 }),
    /** Adds recordings that say they are stored, like the one that is there; gives their ids. */
    async addStored({ orgId, recordingId, owner }: Named & { owner: Caller }, count: number): Promise<string[]> {
      const { callId, callLogId, connectionId, sourceUrl } = await rowOf({ orgId, recordingId });
      const sound = { sha256: 'a'.repeat(64), sizeBytes: 1, durationMs: 1, contentType: 'audio/wav', storedAt: new Date('2026-01-01') };
      const like = { ...sound, orgId, callId, callLogId, connectionId, sourceUrl, status: 'stored' as const, leaseNumber: 1 };
      const rows = Array.from({ length: count }, (_, index) => ({ ...like, reference: `RE${index}` }));
      const added = await tenancies.app.inTenant(owner, (db) => db.insert(recordings).values(rows).returning({ id: recordings.id }));
      return added.map(({ id }) => id);
    },
    /** Names of the objects that an organisation has, in the order of their keys. */
    async keys({ orgId }: { orgId: string }): Promise<string[]> {
      const names: string[] = [];
      for await (const { key } of storage.list(`org/${orgId}/recordings`)) names.push(key.split('/').at(-1) ?? '');
      return names;
    },
    findings: ({ orgId }: { orgId: string }) =>
      asJob({ orgId }, (db) =>
        db
          .select({
            kind: objectFindings.kind,
            recordingId: objectFindings.recordingId,
            number: objectFindings.number,
            outcome: objectFindings.outcome,
          })
          .from(objectFindings)
          .where(and(eq(objectFindings.orgId, orgId), sql`${objectFindings.applyAt} > '2026-06-01'`))
          .orderBy(asc(objectFindings.foundAt), asc(objectFindings.id)),
      ),
    report: async ({ orgId }: { orgId: string }) => {
      const [report] = await asJob({ orgId }, (db) => db.select().from(objectReviews).where(eq(objectReviews.orgId, orgId)));
      return report;
    },
    /** Lets everything that an organisation's storage and recordings show have happened some days earlier. */
    letPass: ({ orgId }: { orgId: string }, days: number) =>
      asJob({ orgId }, async (db) => {
        const earlier = sql`make_interval(days => ${days}::integer)`;
        await db
          .update(recordings)
          .set({ storedAt: sql`${recordings.storedAt} - ${earlier}` })
          .where(eq(recordings.orgId, orgId));
        await db
          .update(objectFindings)
          .set({ applyAt: sql`${objectFindings.applyAt} - ${earlier}` })
          .where(and(eq(objectFindings.orgId, orgId), sql`${objectFindings.applyAt} > '2026-06-01'`));
      }),
  };
}
