import { useQueryClient } from '@tanstack/react-query';
import { useSubscription } from '@trpc/tanstack-react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useApi } from '../../app/api.ts';
import type { CallItem } from './call-item.ts';
import type { LiveState } from './live-state.ts';
import { useCallIntake } from './use-call-intake.ts';

/** What was fetched while the stream was still being opened may lack a call that came in between. */
const SECOND_LOOK_MS = 1_000;
const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 15_000;

export interface LiveCalls {
  readonly state: LiveState;
  /** Tries to connect at once instead of after a pause. */
  readonly retry: () => void;
}

/**
 * Follows the organisation's calls as they come and change. A stream that drops goes on from its last event, and what is
 * loaded is fetched anew, in case the server no longer knows that event. `onRefused` hears of each refusal: one may no longer
 * be a member. `onChange` hears of each call that changed, and of null when any may have.
 */
export function useLiveCalls(onRefused: () => void, onChange: (call: CallItem | null) => void): LiveCalls {
  const api = useApi();
  const queryClient = useQueryClient();
  const takeIn = useCallIntake();
  const lastEventId = useRef<string | undefined>(undefined);
  const failures = useRef(0);
  const [resumeFrom, setResumeFrom] = useState<string | undefined>(undefined);
  const [state, setState] = useState<LiveState>({ kind: 'connecting' });

  const subscription = useSubscription(
    api.calls.updates.subscriptionOptions(
      { lastEventId: resumeFrom },
      {
        onData: ({ id, data }) => {
          lastEventId.current = id;
          takeIn(data);
          onChange(data);
        },
      },
    ),
  );

  const { status, reset } = subscription;
  const hasTrouble = status === 'error' || (status === 'connecting' && subscription.error !== null);
  const retry = useCallback(() => {
    setResumeFrom(lastEventId.current);
    reset();
  }, [reset]);

  useEffect(() => {
    if (hasTrouble) setState((before) => (before.kind === 'reconnecting' ? before : { kind: 'reconnecting', sinceMs: Date.now() }));
    if (status !== 'pending') return;
    failures.current = 0;
    setState({ kind: 'live' });
    const timer = setTimeout(() => {
      void queryClient.invalidateQueries(api.calls.pathFilter(), { cancelRefetch: false });
      onChange(null);
    }, SECOND_LOOK_MS);
    return () => clearTimeout(timer);
  }, [status, hasTrouble, queryClient, api, onChange]);

  useEffect(() => {
    if (status !== 'error') return;
    onRefused();
    const pauseMs = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** failures.current);
    failures.current += 1;
    const timer = setTimeout(retry, pauseMs);
    return () => clearTimeout(timer);
  }, [status, retry, onRefused]);

  return { state, retry };
}
