import { Link } from '@tanstack/react-router';
import { Blank } from '../../ui/blank.tsx';
import { Button } from '../../ui/button.tsx';
import type { JobFilters } from './job-filters.ts';
import { JOB_LOOKS } from './job-look.ts';

/** No rows: what that means, and the way on. */
export function NoJobs({ filters: { state } }: { readonly filters: JobFilters }) {
  return (
    <Blank
      title={state ? JOB_LOOKS[state].none : 'Nothing to do in the background'}
      actions={
        state ? (
          <Button asChild>
            <Link to="/jobs" search={{}}>
              All states
            </Link>
          </Button>
        ) : (
          <Button asChild>
            <Link to="/recordings">See recordings</Link>
          </Button>
        )
      }
    >
      {state
        ? 'When that changes it shows here by itself. Look at all states to see every job.'
        : 'Jobs fetch recordings, compare calls with your providers’ own lists and tidy up. They show here while they wait, run, or could not be done.'}
    </Blank>
  );
}
