import type { CallEvent } from './call-event.ts';

/** What became of a genuine message. Each kind is kept; only an event changes a call. `reason` names a field, never a value. */
export type Understood =
  | { readonly kind: 'event'; readonly event: CallEvent }
  | { readonly kind: 'ignored'; readonly dedupeKey: string; readonly messageKind: string; readonly callReference: string | null }
  | { readonly kind: 'parked'; readonly dedupeKey: string; readonly messageKind: string; readonly reason: string };
