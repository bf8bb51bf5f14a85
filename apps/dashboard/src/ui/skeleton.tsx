import { cn } from './cn.ts';

/** One bone of what is coming. */
export function Skeleton({ className }: { readonly className?: string }) {
  return <span className={cn('breathes block h-2.5 rounded-small bg-secondary', className)} />;
}
