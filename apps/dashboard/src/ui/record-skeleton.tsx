import { Delayed } from './delayed.tsx';
import { Skeleton } from './skeleton.tsx';

const NAMES = ['w-36', 'w-28', 'w-44'];

/** Rows of a `RecordTable` in bones. */
export function RecordSkeleton() {
  return (
    <Delayed>
      {NAMES.map((width) => (
        <span key={width} className="flex h-(--row) items-center gap-6 border-t border-border px-4 max-tablet:h-(--row-touch)">
          <Skeleton className={width} />
          <Skeleton className="w-40 max-tablet:hidden" />
          <span className="flex-1" />
          <Skeleton className="w-16" />
        </span>
      ))}
    </Delayed>
  );
}
