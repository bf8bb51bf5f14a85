import type { QueueState } from '@ringfence/domain/recordings';
import { Button } from '../../ui/button.tsx';
import { Delayed } from '../../ui/delayed.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { QUEUE_LOOKS } from './queue-look.ts';
import { QueueRow } from './queue-row.tsx';
import { useQueue } from './use-queue.ts';

const QUEUE_COLUMNS = 6;
const BONES = 4;

interface QueueGroupProps {
  readonly state: QueueState;
  /** How many there are of it in all. */
  readonly total: number;
}

/** The recordings of one state below their heading, the newest first, more of them by a button. */
export function QueueGroup({ state, total }: QueueGroupProps) {
  const queue = useQueue(state);
  const { word, icon: Icon, color, note } = QUEUE_LOOKS[state];
  const items = queue.data?.pages.flatMap((page) => page.items) ?? [];
  const isFailed = queue.isError && !queue.isFetching;
  return (
    <tbody role="rowgroup" className="max-tablet:block">
      <tr role="row" className="max-tablet:contents">
        <th
          role="rowheader"
          scope="rowgroup"
          colSpan={QUEUE_COLUMNS}
          className="sticky top-8 z-[1] h-7.5 border-b border-border bg-muted px-4 text-left text-caption font-normal text-muted-foreground max-tablet:top-0 max-tablet:flex max-tablet:h-8 max-tablet:items-center"
        >
          <span className={`inline-flex items-center gap-1.5 pr-3 align-middle font-medium ${color}`}>
            <Icon className="size-3.5 stroke-[2.25]" aria-hidden="true" />
            {word}
          </span>{' '}
          {note}
        </th>
      </tr>
      {queue.isPending ? (
        <Bones count={Math.min(total, BONES)} />
      ) : (
        items.map((recording) => <QueueRow key={recording.id} recording={recording} />)
      )}
      {isFailed || queue.hasNextPage ? (
        <tr role="row" className="max-tablet:block">
          <td role="cell" colSpan={QUEUE_COLUMNS} className="border-b border-border px-4 py-2 text-center max-tablet:block">
            {isFailed ? <span className="pr-3 text-muted-foreground">These could not be loaded. They go on all the same.</span> : null}
            <Button
              look={isFailed ? 'outline' : 'ghost'}
              size="small"
              disabled={queue.isFetching}
              onClick={() => void (items.length > 0 && queue.hasNextPage ? queue.fetchNextPage() : queue.refetch())}
            >
              {queue.isFetchingNextPage ? 'Loading…' : isFailed ? 'Load again' : moreWords(total - items.length)}
            </Button>
          </td>
        </tr>
      ) : null}
    </tbody>
  );
}

function moreWords(left: number): string {
  return left > 0 ? `Show more, ${left.toLocaleString('en')} left` : 'Show more';
}

function Bones({ count }: { readonly count: number }) {
  return Array.from({ length: count }, (_, index) => (
    <tr key={index} role="row" aria-hidden="true" className="max-tablet:block">
      <td role="cell" colSpan={QUEUE_COLUMNS} className="h-13 border-b border-border px-4 max-tablet:block max-tablet:h-24">
        <Delayed>
          <span className="flex items-center gap-24 max-tablet:gap-6">
            <Skeleton className="w-32" />
            <Skeleton className="w-56 max-tablet:w-24" />
          </span>
        </Delayed>
      </td>
    </tr>
  ));
}
