import type { ListFailure } from './list-failure.ts';

/** A provider's list could not be read. The message is ours: no address, number or secret is in it. */
export class ListFailed extends Error {
  readonly reason: ListFailure;
  /** How long the provider asks to be left alone; null where it doesn't. */
  readonly retryAfterMs: number | null;
  constructor(reason: ListFailure, message: string, retryAfterMs: number | null = null) {
    super(message);
    this.name = 'ListFailed';
    this.reason = reason;
    this.retryAfterMs = retryAfterMs;
  }
}
