import { FindRecording, LinkRecording, ListQueue } from '@ringfence/domain/recordings';
import { protectedOrgProcedure, router } from '@ringfence/identity/trpc';
import { getPeaks } from './get-peaks.ts';
import { linkRecording } from './link-recording.ts';
import { listHistory } from './list-history.ts';
import { listQueue } from './list-queue.ts';
import { removeRecording } from './remove-recording.ts';
import { retryRecording } from './retry-recording.ts';

export const recordingsRouter = router({
  /** A short-lived address of a stored recording's sound. Everybody. */
  link: protectedOrgProcedure
    .meta({ permission: 'recordings.play' })
    .input(LinkRecording)
    .query(({ ctx, input }) => linkRecording(ctx.db, input, ctx.outside)),
  /** How loud a stored recording is along its length, to be drawn. Everybody. */
  peaks: protectedOrgProcedure
    .meta({ permission: 'recordings.play' })
    .input(FindRecording)
    .query(({ ctx, input }) => getPeaks(ctx.db, input)),
  /** What happened to a recording since it came. Everybody. */
  history: protectedOrgProcedure
    .meta({ permission: 'recordings.play' })
    .input(FindRecording)
    .query(({ ctx, input }) => listHistory(ctx.db, input)),
  /** Recordings that aren't stored: what waits, runs or failed, and why. Everybody. */
  queue: protectedOrgProcedure
    .meta({ permission: 'recordings.play' })
    .input(ListQueue.default({}))
    .query(({ ctx, input }) => listQueue(ctx.db, input)),
  /** Puts a failed recording back in the queue. Agents and above. */
  retry: protectedOrgProcedure
    .meta({ permission: 'recordings.write' })
    .input(FindRecording)
    .mutation(({ ctx, input }) => retryRecording(ctx.db, input)),
  /** Removes a recording and its sound for good. Admins and owners. */
  remove: protectedOrgProcedure
    .meta({ permission: 'recordings.remove' })
    .input(FindRecording)
    .mutation(({ ctx, input }) => removeRecording(ctx.db, input)),
});
