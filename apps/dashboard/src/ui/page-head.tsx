import type { ReactNode } from 'react';

interface PageHeadProps {
  readonly title: string;
  readonly children?: ReactNode;
}

/** A page's title and what stands beside it. */
export function PageHead({ title, children }: PageHeadProps) {
  return (
    <header className="flex h-12 shrink-0 items-center gap-3 px-4">
      <h1 className="text-title font-semibold tracking-[-0.01em]">{title}</h1>
      {children}
    </header>
  );
}
