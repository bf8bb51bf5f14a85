import { z } from 'zod';
import { listNotes } from './list-notes.ts';
import { orgProcedure, router } from './org-procedure.ts';
import { WriteNote, writeNote } from './write-note.ts';

export const notesRouter = router({
  /** The organisation's notes, with their tags. */
  list: orgProcedure.input(z.strictObject({ limit: z.int().min(1).max(100) })).query(({ ctx, input }) => listNotes(ctx.db, input)),
  /** Writes a note; its words are counted by a job. */
  write: orgProcedure.input(WriteNote).mutation(({ ctx, input }) => writeNote(ctx.db, input)),
});
