import type { ReactNode } from 'react';
import { cn } from './cn.ts';

interface BesideProps {
  readonly title: string;
  readonly list: ReactNode;
  readonly detail: ReactNode;
  /** Whether the address names a detail: a phone then shows it alone, with a way back. */
  readonly hasDetail: boolean;
  /** The way back to the list, for a phone. */
  readonly back: ReactNode;
}

/** A list of 18.5 rem beside its detail; on a phone one at a time. */
export function Beside({ title, list, detail, hasDetail, back }: BesideProps) {
  return (
    <div className="grid min-h-0 flex-1 tablet:grid-cols-[18.5rem_minmax(0,1fr)] max-tablet:grid-rows-[minmax(0,1fr)]">
      <section
        aria-label={title}
        className={cn('flex min-h-0 flex-col overflow-y-auto tablet:border-r tablet:border-border', hasDetail && 'max-tablet:hidden')}
      >
        <header className="sticky top-0 z-[2] flex min-h-13 shrink-0 items-center bg-background px-5 max-tablet:px-4">
          <h1 className="text-title font-semibold tracking-[-0.01em]">{title}</h1>
        </header>
        {list}
      </section>
      <section
        tabIndex={0}
        aria-label="Detail"
        className={cn('min-h-0 min-w-0 overflow-y-auto outline-offset-[-2px]', !hasDetail && 'max-tablet:hidden')}
      >
        <div className="px-2 pt-2 tablet:hidden">{back}</div>
        {detail}
      </section>
    </div>
  );
}
