import { formatDuration } from './format-duration.ts';
import { useNow } from './use-now.ts';

/** Counts from a start (ISO 8601) by the second, by the clock and not by messages. */
export function RunningDuration({ since }: { readonly since: string }) {
  const now = useNow(1000);
  return <span className="font-medium text-status-in-progress">{formatDuration((now - Date.parse(since)) / 1000)}</span>;
}
