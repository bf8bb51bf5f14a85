import type { ReactNode } from 'react';
import { cn } from './cn.ts';

interface NoticeProps {
  readonly tone: 'look-here' | 'well';
  readonly icon: ReactNode;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

/** A tinted strip over a page: the one thing to know about it just now. */
export function Notice({ tone, icon, children, action }: NoticeProps) {
  return (
    <div
      className={cn(
        'appears flex min-h-10 items-center gap-3 rounded-control py-1 pr-1.5 pl-3.5 [&>svg]:size-4 [&>svg]:shrink-0 [&>svg]:stroke-[2.25]',
        tone === 'well' ? 'bg-status-answered-bg text-status-answered' : 'bg-status-missed-bg text-status-missed',
      )}
    >
      {icon}
      <p className="flex-1 py-1">{children}</p>
      {action}
    </div>
  );
}
