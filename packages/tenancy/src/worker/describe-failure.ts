import { randomBytes } from 'node:crypto';
import { StatementFailed, withoutParameters } from '../statement-failed.ts';
import { TenantRefused } from '../tenant-refused.ts';
import { JobTooLong, LockLost, PayloadRefused, WorkerLost, WorkerStops } from './job-failures.ts';

const OWN = [StatementFailed, TenantRefused, PayloadRefused, JobTooLong, WorkerStops, WorkerLost, LockLost];

export interface DescribedFailure {
  /** What the queue may keep: class and message of a failure whose words are ours, else a reference into the log. */
  readonly kept: string;
  /** What the log gets besides; for a bug where it happened, without its message, which may repeat somebody's data. */
  readonly logged: object;
}

/** Tells a failure without personal data. `isOurs` says of an error that its message is written by us and holds no values. */
export function describeFailure(thrown: unknown, isOurs: (error: unknown) => boolean): DescribedFailure {
  const error = withoutParameters(thrown);
  if (error instanceof Error && (OWN.some((kind) => error instanceof kind) || isOurs(error))) {
    const kept = `${error.name}: ${error.message}`;
    return { kept, logged: { error: kept } };
  }
  const reference = randomBytes(6).toString('hex');
  return { kept: `internal (${reference})`, logged: { error: 'internal', reference, ...whereItHappened(error) } };
}

function whereItHappened(error: unknown): object {
  if (!(error instanceof Error)) return { thrown: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { name: error.name, frames: frames.slice(0, 12).map((frame) => frame.trim()) };
}
