import { useCalls } from './use-calls.ts';

/** How many calls are in progress just now, "60+" beyond the first page; null while it isn't known. */
export function useRunningCount(): string | null {
  const running = useCalls({ status: 'in-progress' });
  if (!running.data) return null;
  const count = running.data.pages.flatMap((page) => page.items).filter((call) => call.status === 'in-progress').length;
  return running.hasNextPage ? `${count}+` : String(count);
}
