import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { useApi } from '../../app/api.ts';

/** However many recordings move at once, what is shown is read anew this often at most. */
const PAUSE_MS = 1_000;

/** Reads the queue and histories that are shown anew, soon: for each call whose recording may have changed. */
export function useQueueRefresh(): () => void {
  const api = useApi();
  const queryClient = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(() => () => clearTimeout(timer.current ?? undefined), []);
  return useCallback(() => {
    timer.current ??= setTimeout(() => {
      timer.current = null;
      void queryClient.invalidateQueries(api.recordings.queue.pathFilter());
      void queryClient.invalidateQueries(api.recordings.history.pathFilter());
    }, PAUSE_MS);
  }, [api, queryClient]);
}
