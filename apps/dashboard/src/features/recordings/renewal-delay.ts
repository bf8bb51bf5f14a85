/** A link is renewed this long before it ends, so that no request comes too late. */
const SPARE_MS = 30_000;
/** Never in a tight loop, whatever the clocks say. */
const LEAST_MS = 5_000;

/** Milliseconds until a link that ends at `expiresAt` (ISO 8601) should be replaced. */
export function renewalDelay(expiresAt: string, nowMs: number): number {
  return Math.max(LEAST_MS, Date.parse(expiresAt) - nowMs - SPARE_MS);
}
