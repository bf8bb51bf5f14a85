import { useSyncExternalStore } from 'react';
import type { SessionState } from './session.ts';
import { useSession } from './session-context.ts';

/** Who is signed in just now; draws again when that changes, here or in another tab. */
export function useSessionState(): SessionState {
  const session = useSession();
  return useSyncExternalStore(session.subscribe, session.state, session.state);
}
