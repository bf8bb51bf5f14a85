import type { RecordingFailureReason } from './recording-failure-reason.ts';

/** How long after its callback a recording that isn't there may still only be late. */
export const NOT_READY_FOR_MS = 15 * 60_000;

/** An attempt that brought nothing, and what is known of it. */
export interface EndedAttempt {
  readonly reason: RecordingFailureReason;
  /** No attempt would go better, whoever makes it. */
  readonly isPermanent: boolean;
  /** The provider turned down the connection's credential, or the lack of one. */
  readonly isSignInRefused: boolean;
  /** No further attempt is allowed. */
  readonly isLast: boolean;
  /** Since the provider told of the recording. */
  readonly ageMs: number;
}

/** What an attempt's end means: another one, none any more, or that its connection must be mended first. */
export type Verdict =
  | { readonly kind: 'again' }
  | { readonly kind: 'over'; readonly reason: RecordingFailureReason }
  | { readonly kind: 'connection' };

/**
 * Judges an attempt that brought nothing. What the provider doesn't have is late at first, and then gone; a refused credential is its
 * connection's fault, and never the recording's.
 */
export function judgeAttempt({ reason, isPermanent, isSignInRefused, isLast, ageMs }: EndedAttempt): Verdict {
  if (isPermanent) return { kind: 'over', reason };
  if (isSignInRefused) return { kind: 'connection' };
  if (reason === 'not-ready' && ageMs >= NOT_READY_FOR_MS) return { kind: 'over', reason: 'gone' };
  return isLast ? { kind: 'over', reason } : { kind: 'again' };
}
