const LONGEST_MS = 3_600_000;

/** `Retry-After` in milliseconds from `now`, seconds or a date, at most an hour; null where it says nothing. Source: RFC 9110, 10.2.3. */
export function readRetryAfter(header: string | string[] | undefined, now: Date): number | null {
  if (typeof header !== 'string') return null;
  const text = header.trim();
  const waitMs = /^\d+$/.test(text) ? Number(text) * 1000 : new Date(text).getTime() - now.getTime();
  return Number.isNaN(waitMs) ? null : Math.min(Math.max(0, waitMs), LONGEST_MS);
}
