import type { ReactNode } from 'react';

/** A key's cap. Phones have no keys, so they show none. */
export function Kbd({ children }: { readonly children: ReactNode }) {
  return (
    <kbd className="inline-grid h-[1.125rem] min-w-[1.125rem] place-items-center rounded-small border border-input bg-card px-1 font-sans text-tiny leading-none font-medium text-muted-foreground max-tablet:hidden">
      {children}
    </kbd>
  );
}
