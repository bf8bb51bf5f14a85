/** A document's member, step by step; undefined where there is none. Reads own members only, so a body can't name a prototype's. */
export function valueAt(document: unknown, ...path: string[]): unknown {
  let value = document;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string, unknown>)[step];
  }
  return value;
}

/** A finite number, or null: Vapi writes whole numbers and floats for one thing in one document. */
export function readNumber(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

const EARLIEST_MS = Date.UTC(2000, 0);
const LATEST_MS = Date.UTC(2100, 0);

/** An instant told in ISO 8601 or in milliseconds since 1970, or null. */
export function readTime(value: unknown): Date | null {
  if (typeof value !== 'number' && (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}T/.test(value))) return null;
  const time = new Date(value);
  return time.getTime() >= EARLIEST_MS && time.getTime() < LATEST_MS ? time : null;
}
