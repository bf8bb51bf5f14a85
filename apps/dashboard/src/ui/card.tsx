import { type ReactNode, useId } from 'react';
import { cn } from './cn.ts';

interface CardProps {
  readonly title: string;
  /** Beside the title, muted. */
  readonly note?: string;
  /** At the right end of the head. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
}

/** A framed part of a page with its own heading. */
export function Card({ title, note, aside, children, className }: CardProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={cn('min-w-0 rounded-card border border-border bg-card', className)}>
      <header className="flex min-h-11 items-center gap-2 px-4">
        <h3 id={id} className="font-semibold whitespace-nowrap">
          {title}
        </h3>
        {note ? <span className="text-muted-foreground">{note}</span> : null}
        <span className="flex-1" />
        {aside}
      </header>
      <div className="px-4 pb-3.5">{children}</div>
    </section>
  );
}
