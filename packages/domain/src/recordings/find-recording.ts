import { z } from 'zod';

/** Names one recording. */
export const FindRecording = z.strictObject({ recordingId: z.uuid() });
export type FindRecording = z.infer<typeof FindRecording>;
