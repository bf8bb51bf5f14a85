import type { RecordingFailureReason } from './recording-failure-reason.ts';

const HOUR_MS = 3_600_000;
/** How long a recording that failed rests before its attempts begin anew; after the last of these it waits for a person. */
const RESTS_MS = [HOUR_MS, 6 * HOUR_MS, 24 * HOUR_MS];
const MAY_PASS: readonly RecordingFailureReason[] = ['not-ready', 'unreachable', 'incomplete', 'internal'];

export interface FailedRound {
  readonly reason: RecordingFailureReason;
  /** How often its attempts began anew by themselves. */
  readonly rounds: number;
  /** When the provider deletes it; null where nobody knows. */
  readonly deletesAt: Date | null;
}

/** When a recording that used up its attempts is taken up again by itself: before its provider deletes it. Null: never. */
export function nextRoundAt({ reason, rounds, deletesAt }: FailedRound, now: Date): Date | null {
  const rest = RESTS_MS[rounds];
  if (rest === undefined || !MAY_PASS.includes(reason)) return null;
  const restedAt = new Date(now.getTime() + rest);
  if (deletesAt === null || restedAt < deletesAt) return restedAt;
  const inTime = new Date(deletesAt.getTime() - HOUR_MS);
  return inTime > now ? inTime : null;
}
