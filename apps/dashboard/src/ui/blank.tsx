import type { ReactNode } from 'react';
import { cn } from './cn.ts';

interface BlankProps {
  readonly title: string;
  readonly children: ReactNode;
  /** The next steps, as buttons. */
  readonly actions?: ReactNode;
  readonly className?: string;
}

/** Where rows would be: what is missing, and the way on. */
export function Blank({ title, children, actions, className }: BlankProps) {
  return (
    <div className={cn('mx-auto w-full max-w-104 px-5 py-12', className)}>
      <h2 className="text-read font-semibold">{title}</h2>
      <p className="pt-0.5 text-read text-pretty text-muted-foreground">{children}</p>
      {actions ? <div className="flex flex-wrap gap-2 pt-4">{actions}</div> : null}
    </div>
  );
}
