import { Link } from '@tanstack/react-router';
import { Figure, FIGURE_LINK, FigureLinks } from '../../ui/figure-links.tsx';
import type { JobTotals } from './job.ts';
import type { JobFilters } from './job-filters.ts';
import { JOB_LOOKS, JOB_ORDER } from './job-look.ts';

interface JobFiguresProps {
  /** null while they aren't known. */
  readonly totals: JobTotals | null;
  readonly filters: JobFilters;
}

/** How many jobs are in each state; each leads to its rows, and from there back to all. */
export function JobFigures({ totals, filters }: JobFiguresProps) {
  return (
    <FigureLinks label="Jobs by state">
      {JOB_ORDER.map((state) => {
        const isChosen = filters.state === state;
        return (
          <Link
            key={state}
            to="/jobs"
            search={isChosen ? {} : { state }}
            replace
            aria-current={isChosen ? 'page' : undefined}
            className={FIGURE_LINK}
          >
            <Figure
              count={totals && totals[state]}
              word={JOB_LOOKS[state].word.toLowerCase()}
              isBad={state === 'failed' || state === 'quarantined'}
            />
          </Link>
        );
      })}
    </FigureLinks>
  );
}
