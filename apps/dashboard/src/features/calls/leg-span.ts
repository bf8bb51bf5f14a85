import type { CallDetail } from './call-item.ts';

type Leg = Pick<CallDetail['legs'][number], 'startedAt' | 'answeredAt' | 'endedAt'>;

/** Where a leg lies on the call's own line: seconds from the start of the call, and shares of its length (0 to 1). */
export interface LegSpan {
  readonly fromSeconds: number;
  readonly toSeconds: number;
  readonly ringing: { readonly start: number; readonly end: number };
  readonly talking: { readonly start: number; readonly end: number } | null;
}

/** Lays one leg over its call. A leg that still runs ends `now`. Null when nobody has told its times. */
export function legSpan(call: Pick<CallDetail, 'startedAt' | 'endedAt'>, leg: Leg, now: number): LegSpan | null {
  const callStart = Date.parse(call.startedAt);
  const callEnd = call.endedAt ? Date.parse(call.endedAt) : now;
  const start = leg.startedAt ? Date.parse(leg.startedAt) : null;
  if (start === null || callEnd <= callStart) return null;
  const end = leg.endedAt ? Date.parse(leg.endedAt) : callEnd;
  const answered = leg.answeredAt ? Date.parse(leg.answeredAt) : null;
  const share = (at: number) => Math.min(1, Math.max(0, (at - callStart) / (callEnd - callStart)));
  return {
    fromSeconds: Math.max(0, (start - callStart) / 1000),
    toSeconds: Math.max(0, (end - callStart) / 1000),
    ringing: { start: share(start), end: share(answered ?? end) },
    talking: answered === null ? null : { start: share(answered), end: share(end) },
  };
}
