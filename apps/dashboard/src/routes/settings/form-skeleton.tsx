import { Delayed } from '../../ui/delayed.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';

/** A form page's first section in bones. */
export function FormSkeleton() {
  return (
    <Delayed>
      <span className="grid gap-x-6 gap-y-5 border-t border-border py-6 desk:grid-cols-[17.5rem_minmax(0,42rem)]">
        <span className="grid content-start gap-3">
          <Skeleton className="w-28" />
          <Skeleton className="w-56" />
        </span>
        <span className="grid gap-4 tablet:grid-cols-2">
          <Skeleton className="h-9" />
          <Skeleton className="h-9" />
        </span>
      </span>
    </Delayed>
  );
}
