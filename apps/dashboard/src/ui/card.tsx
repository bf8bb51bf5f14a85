import { type ReactNode, useId } from 'react';
import { cn } from './cn.ts';

interface CardProps {
  /** Where an address may lead to. */
  readonly id?: string;
  readonly title: string;
  /** Beside the title, muted; a phone has no room for it beside a button. */
  readonly note?: string;
  /** At the right end of the head. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
}

/** A framed part of a page with its own heading. */
export function Card({ id, title, note, aside, children, className }: CardProps) {
  const titleId = useId();
  return (
    <section id={id} aria-labelledby={titleId} className={cn('min-w-0 rounded-card border border-border bg-card', className)}>
      <header className="flex min-h-11 items-center gap-2 px-4">
        <h3 id={titleId} className="font-semibold whitespace-nowrap">
          {title}
        </h3>
        {note ? <span className="min-w-0 truncate text-muted-foreground max-tablet:[&:has(~button)]:hidden">{note}</span> : null}
        <span className="flex-1" />
        {aside}
      </header>
      <div className="px-4 pb-3.5">{children}</div>
    </section>
  );
}
