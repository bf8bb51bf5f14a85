import { Missing } from '../../ui/missing.tsx';
import { formatDuration } from '../../ui/time/format-duration.ts';
import { RunningDuration } from '../../ui/time/running-duration.tsx';
import type { CallItem } from './call-item.ts';

/** Talking time; counted from its start while a call runs, a dash where nobody talked. */
export function CallDuration({ call }: { readonly call: CallItem }) {
  if (call.status === 'in-progress' || call.status === 'ringing') return <RunningDuration since={call.answeredAt ?? call.startedAt} />;
  return call.durationSeconds ? formatDuration(call.durationSeconds) : <Missing label="nobody talked" />;
}
