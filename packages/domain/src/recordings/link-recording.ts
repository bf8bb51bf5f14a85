import { z } from 'zod';

/** Asks for a short-lived address of a stored recording. */
export const LinkRecording = z.strictObject({ recordingId: z.uuid() });
export type LinkRecording = z.infer<typeof LinkRecording>;
