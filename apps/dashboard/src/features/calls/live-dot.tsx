import { cn } from '../../ui/cn.ts';
import type { LiveState } from './live-state.ts';

const WORDS: Record<LiveState['kind'], string> = { connecting: 'Connecting', live: 'Live, up to date', reconnecting: 'Reconnecting' };

/** The dot and words at the foot of the sidebar; the rail shows the dot alone. */
export function LiveDot({ state }: { readonly state: LiveState }) {
  return (
    <p className="flex items-center gap-2 pb-1 text-caption text-muted-foreground rail:justify-center rail:pb-2" title={WORDS[state.kind]}>
      <span
        aria-hidden="true"
        className={cn(
          'relative mx-1 size-2 shrink-0 rounded-full bg-current after:absolute after:-inset-[3px] after:rounded-full after:border-[1.5px] after:border-current after:opacity-35',
          state.kind === 'live'
            ? 'text-status-answered-solid'
            : state.kind === 'reconnecting'
              ? 'text-status-missed-solid'
              : 'text-control',
        )}
      />
      <span className="rail:sr-only">{WORDS[state.kind]}</span>
    </p>
  );
}
