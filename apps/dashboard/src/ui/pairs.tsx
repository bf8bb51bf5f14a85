import type { ReactNode } from 'react';

/** Names left, values right. */
export function Pairs({ children }: { readonly children: ReactNode }) {
  return <dl className="grid grid-cols-[5.25rem_minmax(0,1fr)] gap-x-2 gap-y-1">{children}</dl>;
}

export function Pair({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt className="text-muted-foreground">{name}</dt>
      <dd className="min-w-0 [overflow-wrap:anywhere]">{children}</dd>
    </>
  );
}
