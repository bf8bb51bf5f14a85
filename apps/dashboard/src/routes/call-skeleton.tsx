import { Delayed } from '../ui/delayed.tsx';
import { Skeleton } from '../ui/skeleton.tsx';

const TURNS = ['w-4/5', 'w-3/5', 'w-11/12', 'w-2/5', 'w-3/4', 'w-1/3'];

/** A call's page in bones. */
export function CallSkeleton() {
  return (
    <Delayed>
      <div className="border-b border-border px-5 py-4">
        <Skeleton className="h-5 w-56" />
        <Skeleton className="mt-3 w-96 max-w-full" />
        <div className="flex gap-8 pt-5">
          <Skeleton className="h-6 w-24" />
          <Skeleton className="h-6 w-24" />
          <Skeleton className="h-6 w-20 max-tablet:hidden" />
          <Skeleton className="h-6 w-16 max-tablet:hidden" />
        </div>
      </div>
      <div className="flex items-center gap-4 border-b border-border px-5 py-5">
        <Skeleton className="size-10 rounded-full" />
        <Skeleton className="h-1.5 flex-1" />
      </div>
      <div className="grid gap-6 p-5">
        {TURNS.map((width) => (
          <Skeleton key={width} className={`max-w-160 ${width}`} />
        ))}
      </div>
    </Delayed>
  );
}
