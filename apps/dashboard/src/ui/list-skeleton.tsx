import { Delayed } from './delayed.tsx';
import { Skeleton } from './skeleton.tsx';

const WIDTHS = ['w-40', 'w-28', 'w-52', 'w-36', 'w-44', 'w-32', 'w-48', 'w-40', 'w-28', 'w-36'];

/** Rows of bones, as high as the rows that come. */
export function ListSkeleton() {
  return (
    <Delayed>
      {WIDTHS.map((width, index) => (
        <div key={index} className="flex h-(--row) items-center gap-4 border-b border-border px-4 max-tablet:h-(--row-touch)">
          <Skeleton className="w-4" />
          <Skeleton className="w-20 max-tablet:hidden" />
          <Skeleton className={width} />
          <span className="flex-1" />
          <Skeleton className="w-24 max-tablet:w-12" />
          <Skeleton className="w-10 max-tablet:hidden" />
        </div>
      ))}
    </Delayed>
  );
}
