import type { ReactNode } from 'react';

/** How a figure that is a link looks; the router marks the one whose rows are shown. */
export const FIGURE_LINK =
  'eased flex items-baseline gap-1.5 rounded-control px-2 whitespace-nowrap text-muted-foreground hover:bg-accent aria-[current=page]:bg-secondary max-tablet:min-h-9 max-tablet:items-center';

/** Figures over a list, each a link to its rows. */
export function FigureLinks({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <nav aria-label={label} className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-0.5 px-2 pb-2.5">
      {children}
    </nav>
  );
}

interface FigureProps {
  /** null while it isn't known. */
  readonly count: number | null;
  readonly word: string;
  /** It should draw the eye, unless it's zero. */
  readonly isBad: boolean;
}

/** A count and what it counts. */
export function Figure({ count, word, isBad }: FigureProps) {
  return (
    <>
      <b className={`text-title font-strong ${isBad && count ? 'text-status-failed' : 'text-foreground'}`}>
        {count === null ? '–' : count.toLocaleString('en')}
      </b>
      {word}
    </>
  );
}
