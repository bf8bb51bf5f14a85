import { isTooMany, reconcileObjectsJob } from '@ringfence/domain/recordings';
import { type JobContext, tenantTask } from '@ringfence/tenancy/worker';
import type { JobsOutside } from '../outside/outside.ts';
import { objectKey } from './object-key.ts';
import { countDue, listDue } from './reconcile-due.ts';
import { settleFindings } from './reconcile-findings.ts';
import { fetchAgain } from './reconcile-lost.ts';
import { confirmOrphans } from './reconcile-orphans.ts';
import { reconcileRange } from './reconcile-range.ts';
import { rangesOf } from './reconcile-ranges.ts';
import { reportObjects } from './reconcile-report.ts';
import { RECONCILE_TIMES, type ReconcileTimes } from './reconcile-times.ts';
import { removeObjectsOf } from './remove-objects-of.ts';
import { listUnsettledRemovals, settleRemovals } from './removed-recordings.ts';

/** What grows looks like what was left growing: only its age tells, and no upload may take so long. */
const UNFINISHED_MS = 86_400_000;

type Context = Pick<JobContext<unknown, Pick<JobsOutside, 'storage'>>, 'orgId' | 'tenant' | 'outside' | 'signal'>;

/**
 * Compares an organisation's storage with its recordings, both ways. A look only notes what doesn't fit; one that comes later and sees
 * the same removes the object, or fetches the recording again. Running it twice, or two at once, deals with nothing twice.
 */
export const reconcileObjects = tenantTask<typeof reconcileObjectsJob, JobsOutside>(reconcileObjectsJob, (context) =>
  reconcileWithin(context, RECONCILE_TIMES),
);

/** The same with other times. */
export async function reconcileWithin(context: Context, times: ReconcileTimes): Promise<Record<string, number>> {
  const { orgId, tenant, outside } = context;
  const erased = await eraseRemoved(context);
  const unfinished = await outside.storage.removeUnfinished(`org/${orgId}`, new Date(Date.now() - UNFINISHED_MS));
  const seen = await look(context, times);
  const due = await tenant(countDue);
  const isMuch = { orphan: isTooMany(due.orphan, { of: seen.objects }), lost: isTooMany(due.lost, { of: seen.recordings }) };
  const removed = isMuch.orphan ? 0 : await removeOrphans(context);
  const fetched = isMuch.lost ? 0 : await fetchLost(context);
  const counts = { ...seen, removed: removed + erased, fetched, unfinished };
  const halted = isMuch.orphan ? 'too-many-orphans' : isMuch.lost ? 'too-many-lost' : null;
  await tenant((db) => reportObjects(db, { ...counts, halted }));
  return { ...counts, halted: halted === null ? 0 : 1 };
}

/** Objects of recordings that somebody removed: those need no second look. */
async function eraseRemoved({ orgId, tenant, outside, signal }: Context): Promise<number> {
  let erased = 0;
  for (let page = await tenant(listUnsettledRemovals); page.length > 0; page = await tenant(listUnsettledRemovals)) {
    for (const removed of page) {
      signal.throwIfAborted();
      await removeObjectsOf(outside.storage, orgId, removed);
    }
    const ids = page.map(({ recordingId }) => recordingId);
    await tenant((db) => settleRemovals(db, ids));
    erased += page.length;
  }
  return erased;
}

async function look({ orgId, tenant, outside, signal }: Context, times: ReconcileTimes) {
  const seen = { objects: 0, recordings: 0, unknown: 0 };
  for await (const listed of rangesOf(outside.storage.list(`org/${orgId}/recordings`))) {
    seen.objects += listed.objects.length;
    seen.unknown += listed.unknown;
    let { after } = listed;
    for (let isThrough = false; !isThrough;) {
      signal.throwIfAborted();
      const rest = { ...listed, after, objects: listed.objects.filter(({ recordingId }) => after === null || recordingId > after) };
      const compared = await tenant((db) => reconcileRange(db, rest, times));
      seen.recordings += compared.recordings;
      after = compared.upTo;
      isThrough = compared.upTo === listed.upTo;
    }
  }
  return seen;
}

async function removeOrphans({ orgId, tenant, outside, signal }: Context): Promise<number> {
  let removed = 0;
  for (let page = await tenant((db) => listDue(db, 'orphan')); page.length > 0; page = await tenant((db) => listDue(db, 'orphan'))) {
    const confirmed = await tenant((db) => confirmOrphans(db, page));
    for (const finding of confirmed) {
      signal.throwIfAborted();
      await outside.storage.remove(objectKey(orgId, finding));
    }
    const ids = confirmed.map(({ id }) => id);
    await tenant((db) => settleFindings(db, ids, 'removed'));
    removed += confirmed.length;
  }
  return removed;
}

async function fetchLost({ orgId, tenant, outside, signal }: Context): Promise<number> {
  let fetched = 0;
  for (let page = await tenant((db) => listDue(db, 'lost')); page.length > 0; page = await tenant((db) => listDue(db, 'lost'))) {
    for (const finding of page) {
      signal.throwIfAborted();
      const isThere = (await outside.storage.size(objectKey(orgId, finding))) !== null;
      if (isThere) await tenant((db) => settleFindings(db, [finding.id], 'healed'));
      else if (await tenant((db) => fetchAgain(db, finding))) fetched += 1;
    }
  }
  return fetched;
}
