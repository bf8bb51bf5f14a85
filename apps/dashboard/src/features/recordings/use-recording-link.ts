import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../app/api.ts';
import { renewalDelay } from './renewal-delay.ts';

/** A short-lived address of the sound, renewed before it ends for as long as somebody may listen. Never kept. */
export function useRecordingLink(recordingId: string) {
  const api = useApi();
  return useQuery(
    api.recordings.link.queryOptions(
      { recordingId },
      {
        staleTime: Infinity,
        gcTime: 0,
        refetchInterval: ({ state }) => (state.data ? renewalDelay(state.data.expiresAt, Date.now()) : false),
        refetchIntervalInBackground: true,
      },
    ),
  );
}
