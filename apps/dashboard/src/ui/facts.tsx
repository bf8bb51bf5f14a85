import type { ReactNode } from 'react';
import { cn } from './cn.ts';

/** The row of captions and values under a headline. */
export function Facts({ children, className }: { readonly children: ReactNode; readonly className?: string }) {
  return <dl className={cn('flex flex-wrap gap-x-8 gap-y-2 pt-3 max-desk:gap-x-6', className)}>{children}</dl>;
}

interface FactProps {
  readonly name: string;
  readonly children: ReactNode;
  readonly className?: string;
}

export function Fact({ name, children, className }: FactProps) {
  return (
    <div className={cn('min-w-0', className)}>
      <dt className="text-caption text-muted-foreground">{name}</dt>
      <dd className="font-medium">{children}</dd>
    </div>
  );
}
