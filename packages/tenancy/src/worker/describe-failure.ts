import { randomBytes } from 'node:crypto';
import { StatementFailed, withoutParameters } from '../statement-failed.ts';
import { TenantRefused } from '../tenant-refused.ts';
import { JobQuarantined, JobTooLong, PayloadRefused, WorkerStops } from './job-failures.ts';
import { JobPostponed } from './job-postponed.ts';

const OWN = [StatementFailed, TenantRefused, PayloadRefused, JobTooLong, JobPostponed, JobQuarantined, WorkerStops];

export interface DescribedFailure {
  /** What the queue may keep: class and message of a failure whose words are ours, else a reference into the log. */
  readonly kept: string;
  /** What the log gets of it. */
  readonly logged: object;
  /** The kind of it, for counting: one of few words. */
  readonly kind: string;
}

/** Tells a failure without personal data. `isOurs` says of an error that its message is written by us and holds no values. */
export function describeFailure(thrown: unknown, isOurs: (error: unknown) => boolean): DescribedFailure {
  const error = withoutParameters(thrown);
  if (error instanceof Error && (OWN.some((kind) => error instanceof kind) || isOurs(error))) {
    const kept = `${error.name}: ${error.message}`;
    return { kept, logged: { reason: kept }, kind: kindOf(error) };
  }
  const reference = randomBytes(6).toString('hex');
  const kept = `internal (${reference})`;
  return { kept, logged: { reason: kept, err: withoutMessage(error) }, kind: 'internal' };
}

/** The reason that a failure of ours names, in one word, or else its class. */
function kindOf(error: Error): string {
  return 'reason' in error && typeof error.reason === 'string' && /^[a-z-]{1,40}$/.test(error.reason) ? error.reason : error.name;
}

/** The class, code and place of a bug: its message may repeat somebody's data. */
function withoutMessage(error: unknown): Error {
  const told = new Error();
  told.name = error instanceof Error ? error.name : typeof error;
  const frames = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  told.stack = [told.name, ...frames.slice(0, 12)].join('\n');
  return error instanceof Error && 'code' in error ? Object.assign(told, { code: String(error.code).slice(0, 60) }) : told;
}
