const EARLIEST = Date.parse('0001-01-01T00:00:00Z');
const LATEST = Date.parse('9999-12-31T23:59:59.999Z');

/** Whether milliseconds since 1970 lie between the years 1 and 9999: what Postgres and ISO 8601 in four digits both hold. */
export function isInstant(ms: number): boolean {
  return ms >= EARLIEST && ms <= LATEST;
}
