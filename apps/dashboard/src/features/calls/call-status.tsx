import type { CallDirection, CallStatus as Status } from '@ringfence/domain/calls';
import { cn } from '../../ui/cn.ts';
import { callOutcome, type OutcomeTone } from './call-outcome.ts';

const WORD: Record<OutcomeTone, string> = {
  answered: 'text-status-answered',
  missed: 'text-status-missed',
  voicemail: 'text-status-voicemail',
  failed: 'text-status-failed',
  'in-progress': 'text-status-in-progress',
  quiet: 'text-muted-foreground',
};
const BADGE: Record<OutcomeTone, string> = {
  answered: 'bg-status-answered-bg',
  missed: 'bg-status-missed-bg',
  voicemail: 'bg-status-voicemail-bg',
  failed: 'bg-status-failed-bg',
  'in-progress': 'bg-status-in-progress-bg',
  quiet: 'bg-secondary',
};

interface CallStatusProps {
  readonly call: { readonly status: Status; readonly direction: CallDirection };
  /** Lists use the bare icon and word, headers the filled badge; a phone's row splits the two. */
  readonly as?: 'bare' | 'badge' | 'icon' | 'word';
}

/** Icon, word and colour: never colour alone. */
export function CallStatus({ call, as = 'bare' }: CallStatusProps) {
  const { word, icon: Icon, tone } = callOutcome(call.status, call.direction);
  return (
    <span
      className={cn(
        'inline-flex items-center gap-2 align-middle font-medium whitespace-nowrap [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:stroke-[2.25]',
        WORD[tone],
        as === 'badge' && ['h-6 gap-1.5 rounded-control pr-2 pl-1.5', BADGE[tone]],
      )}
    >
      {as === 'word' ? null : <Icon aria-hidden="true" />}
      {as === 'icon' ? null : word}
    </span>
  );
}
