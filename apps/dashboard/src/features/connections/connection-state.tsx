import { cn } from '../../ui/cn.ts';
import type { Connection } from './connection.ts';
import { connectionHealth } from './connection-health.ts';

const TONES = {
  well: ['text-status-answered', 'bg-status-answered-bg'],
  'look-here': ['text-status-missed', 'bg-status-missed-bg'],
  quiet: ['text-muted-foreground', 'bg-secondary'],
} as const;

interface ConnectionStateProps {
  readonly connection: Connection;
  readonly as?: 'bare' | 'badge';
}

export function ConnectionState({ connection, as = 'bare' }: ConnectionStateProps) {
  const { words, icon: Icon, tone } = connectionHealth(connection);
  const [text, background] = TONES[tone];
  return (
    <span
      className={cn(
        'inline-flex items-center gap-1.5 font-medium whitespace-nowrap',
        text,
        as === 'badge' && ['h-6 rounded-control pr-2 pl-1.5', background],
      )}
    >
      <Icon className={cn('shrink-0 stroke-[2.25]', as === 'badge' ? 'size-4' : 'size-3.5')} aria-hidden="true" />
      {words}
    </span>
  );
}
