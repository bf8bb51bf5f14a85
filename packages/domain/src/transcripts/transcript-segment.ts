export const SPEAKERS = ['caller', 'agent'] as const;
/** `agent` is whoever answers for the organisation, a machine or a person. */
export type Speaker = (typeof SPEAKERS)[number];

/** One turn; milliseconds from the start of the conversation. */
export interface TranscriptSegment {
  readonly speaker: Speaker;
  readonly startMs: number;
  readonly endMs: number;
  readonly text: string;
}
