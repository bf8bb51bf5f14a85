import { createContext, type ReactNode, use } from 'react';
import { createPortal } from 'react-dom';

/** Where the frame's header takes the way to a page; null until it's drawn. */
export const CrumbPlace = createContext<HTMLElement | null>(null);

/** The way to this page, in the frame's header: each crumb one child. */
export function Crumbs({ children }: { readonly children: ReactNode }) {
  const place = use(CrumbPlace);
  return place ? createPortal(children, place) : null;
}

export function Crumb({ children }: { readonly children: ReactNode }) {
  return (
    <span className="flex min-w-0 items-center gap-2 whitespace-nowrap text-muted-foreground before:text-control before:content-['/'] [&_a]:hover:text-foreground">
      <span className="truncate">{children}</span>
    </span>
  );
}
