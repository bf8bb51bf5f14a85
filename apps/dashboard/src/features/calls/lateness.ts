import { formatDuration } from '../../ui/time/format-duration.ts';

/** Providers take a few seconds as a rule; later than this is worth a word. */
const USUAL_MS = 30_000;

/** "Told 2:10 later" for a message that came long after what it tells, or null. */
export function lateness({ occurredAt, receivedAt }: { readonly occurredAt: string | null; readonly receivedAt: string }): string | null {
  if (!occurredAt) return null;
  const lateMs = Date.parse(receivedAt) - Date.parse(occurredAt);
  return lateMs > USUAL_MS ? `Told ${formatDuration(lateMs / 1000)} later` : null;
}
