/** How the stream of calls is: `sinceMs` is when it was lost, in milliseconds of the epoch. */
export type LiveState =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'live' }
  | { readonly kind: 'reconnecting'; readonly sinceMs: number };
