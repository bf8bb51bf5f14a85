/** What a `Retry-After` asks for, in milliseconds from now: seconds, or a date of HTTP. Null without one that can be read. */
export function readRetryAfter(value: string | null): number | null {
  if (value === null) return null;
  if (/^\d{1,9}$/.test(value.trim())) return Number(value) * 1000;
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : Math.max(0, at - Date.now());
}
