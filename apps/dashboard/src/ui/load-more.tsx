import { useEffect, useRef } from 'react';
import { Button } from './button.tsx';

interface LoadMoreProps {
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  readonly isFailed: boolean;
  readonly onMore: () => void;
  /** "Load older calls". */
  readonly label: string;
}

/** The foot of a long list: goes on by itself when it comes into view, and by its button. */
export function LoadMore({ hasMore, isLoading, isFailed, onMore, label }: LoadMoreProps) {
  const foot = useRef<HTMLDivElement>(null);
  const isWaiting = hasMore && !isLoading && !isFailed;
  useEffect(() => {
    const element = foot.current;
    if (!element || !isWaiting) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && onMore(), { rootMargin: '0px 0px 600px 0px' });
    observer.observe(element);
    return () => observer.disconnect();
  }, [isWaiting, onMore]);
  if (!hasMore) return null;
  return (
    <div ref={foot} className="flex items-center justify-center gap-3 p-3">
      {isFailed ? <span className="text-muted-foreground">The next rows could not be loaded.</span> : null}
      <Button look={isFailed ? 'outline' : 'ghost'} disabled={isLoading} onClick={onMore}>
        {isLoading ? 'Loading…' : isFailed ? 'Load again' : label}
      </Button>
    </div>
  );
}
