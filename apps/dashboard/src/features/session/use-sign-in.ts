import { useState } from 'react';
import { adviseOnAuth } from './advise-on-auth.ts';
import type { Credentials } from './identity-provider.ts';
import { useSession } from './session-context.ts';

export interface SignIn {
  readonly isPending: boolean;
  /** What went wrong and the way out; null while nothing did. */
  readonly failure: string | null;
  readonly submit: (credentials: Credentials) => Promise<void>;
}

/** Signs in, then calls `onDone`. */
export function useSignIn(onDone: () => void): SignIn {
  const session = useSession();
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  async function submit(credentials: Credentials): Promise<void> {
    setPending(true);
    setFailure(null);
    try {
      await session.signIn(credentials);
      onDone();
    } catch (error) {
      setFailure(adviseOnAuth(error));
    } finally {
      setPending(false);
    }
  }
  return { isPending, failure, submit };
}
