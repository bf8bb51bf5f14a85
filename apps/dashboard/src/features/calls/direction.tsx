import type { CallDirection } from '@ringfence/domain/calls';
import { ArrowDownLeft, ArrowUpRight } from 'lucide-react';
import { cn } from '../../ui/cn.ts';

const DIRECTIONS = {
  inbound: { icon: ArrowDownLeft, short: 'In', long: 'Inbound' },
  outbound: { icon: ArrowUpRight, short: 'Out', long: 'Outbound' },
} as const;

interface DirectionProps {
  readonly direction: CallDirection;
  /** `short` folds to the icon on the way to a phone. */
  readonly words: 'short' | 'long' | 'none';
}

/** Which way a call went. */
export function Direction({ direction, words }: DirectionProps) {
  const { icon: Icon, short, long } = DIRECTIONS[direction];
  return (
    <span className="inline-flex items-center gap-1.5 align-middle text-muted-foreground" title={long}>
      <Icon className={cn('size-4 shrink-0 stroke-[2.25]', words === 'none' && 'size-3.5')} aria-hidden="true" />
      {words === 'long' ? (
        long
      ) : words === 'short' ? (
        <span className="max-desk:sr-only">{short}</span>
      ) : (
        <span className="sr-only">{long}</span>
      )}
    </span>
  );
}
