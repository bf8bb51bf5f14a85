import { Check, Clock } from 'lucide-react';
import { cn } from '../../ui/cn.ts';

interface ArticleStateProps {
  readonly isActive: boolean;
  readonly as?: 'bare' | 'badge';
}

/** Whether agents are given the article. */
export function ArticleState({ isActive, as = 'bare' }: ArticleStateProps) {
  const Icon = isActive ? Check : Clock;
  return (
    <span
      className={cn(
        'inline-flex items-center gap-1.5 font-medium whitespace-nowrap',
        isActive ? 'text-status-answered' : 'text-muted-foreground',
        as === 'badge' && ['h-6 rounded-control pr-2 pl-1.5', isActive ? 'bg-status-answered-bg' : 'bg-secondary'],
      )}
    >
      <Icon className={cn('shrink-0 stroke-[2.25]', as === 'badge' ? 'size-4' : 'size-3.5')} aria-hidden="true" />
      {isActive ? 'Published' : 'Not in use'}
    </span>
  );
}
