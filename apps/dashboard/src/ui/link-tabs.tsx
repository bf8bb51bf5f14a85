import type { ReactNode } from 'react';

/** How a tab that is a link looks; the router marks the current one. */
export const LINK_TAB =
  'eased flex h-7 items-center rounded-control px-2.5 font-medium whitespace-nowrap text-muted-foreground hover:bg-accent hover:text-accent-foreground aria-[current=page]:bg-secondary aria-[current=page]:text-foreground max-tablet:h-9';

/** Tabs beside a page's title: links, so that the address says which one is open. */
export function LinkTabs({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <nav aria-label={label} className="scrollbar-none flex min-w-0 items-center gap-0.5 overflow-x-auto p-0.5">
      {children}
    </nav>
  );
}
