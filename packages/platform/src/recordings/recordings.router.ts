import { LinkRecording } from '@ringfence/domain/recordings';
import { protectedOrgProcedure, router } from '@ringfence/identity/trpc';
import { linkRecording } from './link-recording.ts';

export const recordingsRouter = router({
  /** A short-lived address of a stored recording's sound. Everybody. */
  link: protectedOrgProcedure
    .meta({ permission: 'recordings.play' })
    .input(LinkRecording)
    .query(({ ctx, input }) => linkRecording(ctx.db, input, ctx.outside)),
});
