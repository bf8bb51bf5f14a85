import { getRouteApi } from '@tanstack/react-router';
import { useRef } from 'react';
import { useOrganization } from '../../features/organizations/use-organization.ts';
import { EmptyQueue } from '../../features/recordings/empty-queue.tsx';
import { QueueFigures } from '../../features/recordings/queue-figures.tsx';
import { QueueTable } from '../../features/recordings/queue-table.tsx';
import { RetryFailedButton } from '../../features/recordings/retry-failed-button.tsx';
import { useQueueTotals } from '../../features/recordings/use-queue-totals.ts';
import { useRetryKey } from '../../features/recordings/use-retry-key.ts';
import { Crumb, Crumbs } from '../../ui/crumbs.tsx';
import { FailedPart } from '../../ui/failed-part.tsx';
import { ListSkeleton } from '../../ui/list-skeleton.tsx';
import { useHotkeys } from '../../ui/use-hotkeys.ts';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { useRowKeys } from '../../ui/use-row-keys.ts';
import { useSearchCalls } from '../use-search-calls.ts';
import { QueueFoot } from './queue-foot.tsx';
import { QueueHead } from './queue-head.tsx';

const route = getRouteApi('/frame/recordings');

/** What isn't stored: what failed and why, what runs, what waits and until when. */
export function RecordingsPage() {
  const filters = route.useSearch();
  const organization = useOrganization();
  const totals = useQueueTotals();
  const scroller = useRef<HTMLDivElement>(null);
  usePageTitle('Recordings', organization.data?.name);
  useRowKeys(scroller);
  useRetryKey();
  useHotkeys({ '/': useSearchCalls() });
  const counts = totals.data;
  const shownCount = counts && (filters.state ? counts[filters.state] : counts.failed + counts.running + counts.waiting + counts.gone);
  return (
    <>
      <Crumbs>
        <Crumb>Recordings</Crumb>
      </Crumbs>
      <QueueHead>
        <RetryFailedButton count={counts?.failed ?? 0} />
      </QueueHead>
      <QueueFigures totals={counts ?? null} filters={filters} />
      <div
        ref={scroller}
        role="region"
        aria-label="Recording queue"
        tabIndex={0}
        className="min-h-0 flex-1 overflow-y-auto border-t border-border outline-offset-[-2px]"
      >
        {totals.isPending || organization.isPending ? (
          <ListSkeleton />
        ) : !counts ? (
          <FailedPart
            title="The queue could not be loaded"
            advice="Recordings are fetched all the same; nothing is lost. Check your connection, then load it again."
            onRetry={() => void totals.refetch()}
          />
        ) : shownCount === 0 ? (
          <EmptyQueue filters={filters} />
        ) : (
          <QueueTable totals={counts} filters={filters} />
        )}
      </div>
      <QueueFoot
        keys={[
          ['move', 'J', 'K'],
          ['open call', 'Enter'],
          ['retry', 'R'],
          ['all shortcuts', '?'],
        ]}
      />
    </>
  );
}
