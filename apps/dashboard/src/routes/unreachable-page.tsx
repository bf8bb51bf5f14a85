import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Button } from '../ui/button.tsx';
import { Logo } from '../ui/logo.tsx';
import { usePageTitle } from '../ui/use-page-title.ts';

/** When not even the first answer came, or a page broke: nothing is lost, and one click tries again. */
export function UnreachablePage({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  usePageTitle('Not reachable');
  useEffect(() => console.error(error), [error]);
  function retry() {
    reset();
    void router.invalidate();
  }
  return (
    <main role="alert" className="grid min-h-dvh place-items-center bg-background p-5">
      <div className="w-full max-w-96">
        <Logo className="mb-5 size-8" />
        <h1 className="text-headline font-semibold tracking-[-0.012em]">Ringfence did not answer</h1>
        <p className="pt-1 pb-5 text-read text-pretty text-muted-foreground">
          Calls keep arriving meanwhile; nothing is lost. Check your connection, then load the page again.
        </p>
        <Button look="primary" onClick={retry}>
          Load again
        </Button>
      </div>
    </main>
  );
}
