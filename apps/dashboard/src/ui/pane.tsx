import type { ReactNode } from 'react';
import { cn } from './cn.ts';

interface PaneProps {
  readonly title: string;
  /** Beside the title. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
}

/** A column of a page with a head that stays while its content scrolls. */
export function Pane({ title, tools, children, className }: PaneProps) {
  return (
    <section
      aria-label={title}
      tabIndex={0}
      className={cn('flex min-h-0 min-w-0 flex-col outline-offset-[-2px] tablet:overflow-y-auto', className)}
    >
      <header className="sticky top-0 z-[2] flex min-h-11 shrink-0 items-center gap-1.5 bg-background pr-3 pl-5 max-tablet:static max-tablet:pl-4">
        <h2 className="font-semibold">{title}</h2>
        {tools}
      </header>
      {children}
    </section>
  );
}
