import { useHotkeys } from '../../ui/use-hotkeys.ts';
import { ROW_RETRY } from './retry-button.tsx';

/** R retries the recording whose row has the focus, as its button does. */
export function useRetryKey(): void {
  useHotkeys({
    r: () => document.activeElement?.closest('tr')?.querySelector<HTMLButtonElement>(`[${ROW_RETRY}]:enabled`)?.click(),
  });
}
