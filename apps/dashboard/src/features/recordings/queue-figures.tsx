import { Link } from '@tanstack/react-router';
import { Figure, FIGURE_LINK, FigureLinks } from '../../ui/figure-links.tsx';
import { QUEUE_LOOKS, QUEUE_ORDER } from './queue-look.ts';
import type { QueueFilters } from './queue-filters.ts';
import type { QueueTotals } from './queued-recording.ts';

interface QueueFiguresProps {
  /** null while they aren't known. */
  readonly totals: QueueTotals | null;
  readonly filters: QueueFilters;
}

/** How many there are of each state; each leads to its rows, and from there back to all. */
export function QueueFigures({ totals, filters }: QueueFiguresProps) {
  return (
    <FigureLinks label="Queue by state">
      {QUEUE_ORDER.map((state) => {
        const isChosen = filters.state === state;
        return (
          <Link
            key={state}
            to="/recordings"
            search={isChosen ? {} : { state }}
            replace
            aria-current={isChosen ? 'page' : undefined}
            className={FIGURE_LINK}
          >
            <Figure count={totals && totals[state]} word={QUEUE_LOOKS[state].word.toLowerCase()} isBad={state === 'failed'} />
          </Link>
        );
      })}
    </FigureLinks>
  );
}
