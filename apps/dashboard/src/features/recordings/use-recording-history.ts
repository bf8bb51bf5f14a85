import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../app/api.ts';

/** What happened to a recording, from its coming to its storing. */
export function useRecordingHistory(recordingId: string) {
  const api = useApi();
  return useQuery(api.recordings.history.queryOptions({ recordingId }));
}
