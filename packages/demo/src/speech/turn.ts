import type { Speaker } from '@ringfence/domain/transcripts';

/** Somebody says something; when is not yet decided. */
export interface Turn {
  readonly speaker: Speaker;
  readonly text: string;
}
