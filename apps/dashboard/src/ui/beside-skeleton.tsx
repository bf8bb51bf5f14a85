import { Beside } from './beside.tsx';
import { Delayed } from './delayed.tsx';
import { Skeleton } from './skeleton.tsx';

const ITEMS = ['w-32', 'w-40', 'w-24', 'w-36', 'w-28'];

/** A list beside its detail, in bones. */
export function BesideSkeleton({ title }: { readonly title: string }) {
  return (
    <Beside
      title={title}
      back={null}
      hasDetail={false}
      list={
        <Delayed>
          {ITEMS.map((width) => (
            <span key={width} className="grid gap-3 px-5 py-3">
              <Skeleton className={width} />
              <Skeleton className="w-48" />
            </span>
          ))}
        </Delayed>
      }
      detail={
        <Delayed>
          <span className="grid gap-4 p-5">
            <Skeleton className="h-5 w-56" />
            <Skeleton className="w-4/5" />
            <Skeleton className="w-3/5" />
          </span>
        </Delayed>
      }
    />
  );
}
