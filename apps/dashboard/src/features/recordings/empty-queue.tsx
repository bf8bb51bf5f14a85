import { Link } from '@tanstack/react-router';
import { Blank } from '../../ui/blank.tsx';
import { Button } from '../../ui/button.tsx';
import { QUEUE_LOOKS } from './queue-look.ts';
import type { QueueFilters } from './queue-filters.ts';

/** No rows: what that means, and the way on. */
export function EmptyQueue({ filters: { state } }: { readonly filters: QueueFilters }) {
  if (state) {
    return (
      <Blank
        title={QUEUE_LOOKS[state].none}
        actions={
          <Button asChild>
            <Link to="/recordings" search={{}}>
              All states
            </Link>
          </Button>
        }
      >
        When that changes it shows here by itself. Look at all states to see the whole queue.
      </Blank>
    );
  }
  return (
    <Blank
      title="Every recording is stored"
      actions={
        <Button asChild>
          <Link to="/calls">See calls</Link>
        </Button>
      }
    >
      New ones pass through here by themselves, most of them within seconds. What can’t be fetched stays here with its reason.
    </Blank>
  );
}
