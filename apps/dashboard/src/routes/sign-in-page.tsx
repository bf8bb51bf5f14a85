import { getRouteApi, useRouter } from '@tanstack/react-router';
import { returnAddress } from '../features/session/return-address.ts';
import { RingPicture } from '../features/session/ring-picture.tsx';
import { SignInForm } from '../features/session/sign-in-form.tsx';
import { Logo } from '../ui/logo.tsx';
import { usePageTitle } from '../ui/use-page-title.ts';

const route = getRouteApi('/sign-in');

export function SignInPage() {
  const { from } = route.useSearch();
  const router = useRouter();
  usePageTitle('Sign in');
  return (
    <div className="grid h-dvh bg-background tablet:grid-cols-[minmax(0,1fr)_minmax(0,1.1fr)]">
      <main className="flex flex-col px-8 py-6 max-tablet:p-5">
        <p className="flex h-12 items-center gap-2 text-touch font-semibold tracking-[-0.01em]">
          <Logo />
          Ringfence
        </p>
        <SignInForm onDone={() => router.history.replace(returnAddress(from, location.origin))} />
        <p className="text-muted-foreground">No sign-in yet? Ask an owner of your organisation to invite you.</p>
      </main>
      <aside
        aria-label="About Ringfence"
        className="relative m-2 ml-0 flex flex-col justify-end overflow-hidden rounded-panel border border-sidebar-border bg-sidebar p-8 max-tablet:hidden"
      >
        <RingPicture />
        <p className="relative max-w-96 text-read text-sidebar-foreground">
          <strong className="block font-semibold text-foreground">Every call stays inside its own organisation.</strong>
          Calls, recordings and leads are checked three times before they reach your screen.
        </p>
      </aside>
    </div>
  );
}
