import { createContext, use } from 'react';
import type { Session } from './session.ts';

export const SessionContext = createContext<Session | null>(null);

/** The session of this page. @throws Error outside of its provider. */
export function useSession(): Session {
  const session = use(SessionContext);
  if (!session) throw new Error('There is no session around this part.');
  return session;
}
