import type { CallFilters } from './call-filters.ts';
import { callOutcome } from './call-outcome.ts';

/** "No missed inbound calls", and what may be done about it. */
export function describeNoCalls({ direction, status, search }: CallFilters): { title: string; advice: string } {
  if (!direction && !status && !search) {
    return { title: 'No calls yet', advice: 'The first call appears here by itself, within two seconds of the ring. Nothing to reload.' };
  }
  const outcome = status ? `${callOutcome(status, direction).word.toLowerCase()} ` : '';
  const title = `No ${outcome}${direction ? `${direction} ` : ''}calls${search ? ` with “${search}”` : ''}`;
  return {
    title,
    advice: search
      ? 'The search looks at numbers and at names of leads. Try a part of either.'
      : 'New ones appear here by themselves. Widen the filter to see more.',
  };
}
