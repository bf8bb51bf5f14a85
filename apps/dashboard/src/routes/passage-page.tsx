import { Delayed } from '../ui/delayed.tsx';
import { Logo } from '../ui/logo.tsx';
import { usePageTitle } from '../ui/use-page-title.ts';

/** Between two organisations: nothing of either. */
export function PassagePage() {
  usePageTitle();
  return (
    <main className="grid h-dvh place-items-center bg-sidebar" aria-busy="true">
      <Delayed>
        <Logo className="breathes size-8" />
      </Delayed>
    </main>
  );
}
