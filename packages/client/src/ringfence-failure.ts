/** What every failure says: words fit to be shown, and the procedure that was asked, where there was one. */
interface Told {
  readonly message: string;
  readonly path: string | null;
}

/**
 * Why a request or a stream failed: one closed union, so that a `switch` over `kind` won't compile when a case is missing.
 * `unreachable`: nobody answered, and whether a change was made isn't known. `aborted`: the caller's own signal.
 */
export type RingfenceFailure =
  | (Told & { readonly kind: 'unauthorized' | 'forbidden' | 'not-found' | 'conflict' | 'unreachable' | 'aborted' })
  /** `field` is the input's wrong field, `input` where it is the whole. */
  | (Told & { readonly kind: 'invalid-input'; readonly field: string })
  /** Not before so many milliseconds, where the server said so. */
  | (Told & { readonly kind: 'rate-limited' | 'unavailable'; readonly retryAfterMs: number | null })
  /** `reference` finds it in the server's log. */
  | (Told & { readonly kind: 'internal'; readonly reference: string | null });
