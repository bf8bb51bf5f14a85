import type { ReactNode } from 'react';
import { RingPicture } from '../../features/session/ring-picture.tsx';
import { Logo } from '../../ui/logo.tsx';

interface EntryFrameProps {
  readonly title: string;
  /** One sentence below the title. */
  readonly lead: ReactNode;
  readonly children: ReactNode;
  /** At the foot: the way to the other ways in. */
  readonly foot: ReactNode;
}

/** Around every page for which one isn't signed in: what to do left, what Ringfence is right. */
export function EntryFrame({ title, lead, children, foot }: EntryFrameProps) {
  return (
    <div className="grid h-dvh bg-background tablet:grid-cols-[minmax(0,1fr)_minmax(0,1.1fr)]">
      <main className="flex min-h-0 flex-col overflow-y-auto px-8 py-6 max-tablet:p-5">
        <p className="flex h-12 shrink-0 items-center gap-2 text-touch font-semibold tracking-[-0.01em]">
          <Logo />
          Ringfence
        </p>
        <div className="m-auto w-full max-w-82 py-4">
          <h1 className="text-headline font-semibold tracking-[-0.012em]">{title}</h1>
          <p className="pb-6 text-pretty text-muted-foreground">{lead}</p>
          {children}
        </div>
        <p className="shrink-0 text-muted-foreground [&_a]:font-medium [&_a]:text-primary [&_a]:hover:underline">{foot}</p>
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
