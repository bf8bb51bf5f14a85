import { cn } from '../../ui/cn.ts';
import { formatDuration } from '../../ui/time/format-duration.ts';
import type { CallDetail } from './call-item.ts';

interface TranscriptTurnProps {
  readonly segment: CallDetail['transcript'][number];
  readonly name: string;
  readonly isNow: boolean;
  readonly onJump: ((positionMs: number) => void) | null;
}

/** One turn. All of it can be clicked, its time can be reached by key, and its words can still be selected. */
export function TranscriptTurn({ segment, name, isNow, onJump }: TranscriptTurnProps) {
  const at = formatDuration(segment.startMs / 1000);
  function jump() {
    if (getSelection()?.isCollapsed ?? true) onJump?.(segment.startMs);
  }
  return (
    <li
      onClick={onJump ? jump : undefined}
      aria-current={isNow || undefined}
      className={cn(
        'grid scroll-my-14 grid-cols-[2.25rem_4.75rem_minmax(0,1fr)] gap-3 rounded-control px-2 py-1.5 text-read max-tablet:scroll-mt-44 max-tablet:grid-cols-[1fr_auto] max-tablet:gap-x-2 max-tablet:gap-y-0',
        onJump && 'cursor-pointer hover:bg-accent',
        isNow && 'bg-selected hover:bg-selected',
      )}
    >
      {onJump ? (
        <button
          type="button"
          aria-label={`Play from ${at}`}
          className="h-5.5 self-start text-right text-caption text-muted-foreground max-tablet:order-1"
        >
          {at}
        </button>
      ) : (
        <span className="pt-0.75 text-right text-caption text-muted-foreground max-tablet:order-1">{at}</span>
      )}
      <span className={cn('truncate text-body leading-5.5 font-strong', segment.speaker === 'caller' && 'text-primary')}>{name}</span>
      <p className="max-w-160 text-pretty max-tablet:order-2 max-tablet:col-span-2 max-tablet:text-touch">{segment.text}</p>
    </li>
  );
}
