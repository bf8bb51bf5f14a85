import { LogOut } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { useSession } from './session-context.ts';

/** The way out of this browser. */
export function SignOutButton() {
  const session = useSession();
  const [isFailed, setFailed] = useState(false);
  function leave() {
    setFailed(false);
    session.signOut().catch((error: unknown) => {
      console.error(error);
      setFailed(true);
    });
  }
  return (
    <>
      <Button onClick={leave}>
        <LogOut />
        Sign out
      </Button>
      <p role="alert" className="text-destructive not-empty:pt-2">
        {isFailed ? 'You are still signed in: the server did not answer. Check your connection, then try again.' : null}
      </p>
    </>
  );
}
