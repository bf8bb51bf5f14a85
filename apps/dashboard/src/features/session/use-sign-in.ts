import { useState } from 'react';
import type { Credentials } from './identity-provider.ts';
import { SignInFailure, type SignInFailureReason } from './sign-in-failure.ts';
import { useSession } from './session-context.ts';

export interface SignIn {
  readonly isPending: boolean;
  readonly failure: SignInFailureReason | null;
  readonly submit: (credentials: Credentials) => Promise<void>;
}

/** Signs in, then calls `onDone`. Whatever isn't a known failure is told as "can't be reached" and logged. */
export function useSignIn(onDone: () => void): SignIn {
  const session = useSession();
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<SignInFailureReason | null>(null);
  async function submit(credentials: Credentials): Promise<void> {
    setPending(true);
    setFailure(null);
    try {
      await session.signIn(credentials);
      onDone();
    } catch (error) {
      if (!(error instanceof SignInFailure)) console.error(error);
      setFailure(error instanceof SignInFailure ? error.reason : 'unreachable');
    } finally {
      setPending(false);
    }
  }
  return { isPending, failure, submit };
}
