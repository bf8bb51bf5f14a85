import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../app/api.ts';

/** How loud a stored recording is along its length, or null where it can't be drawn. It never changes. */
export function usePeaks(recordingId: string) {
  const api = useApi();
  return useQuery(api.recordings.peaks.queryOptions({ recordingId }, { staleTime: Infinity }));
}
