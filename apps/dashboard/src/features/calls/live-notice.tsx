import { useQuery } from '@tanstack/react-query';
import { Check, RotateCw } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useApi } from '../../app/api.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { formatClock } from '../../ui/time/format-time.ts';
import { useTimeZone } from '../../ui/time/time-zone.ts';
import type { LiveCalls } from './use-live-calls.ts';

/** A stream that comes back sooner than this was never missed. */
const PATIENCE_MS = 1_500;
const GLAD_MS = 8_000;
const MOST_COUNTED = 200;

/** Says that the stream is lost and since when, then that it's back and what came in between. */
export function LiveNotice({ live }: { readonly live: LiveCalls }) {
  const zone = useTimeZone();
  const lostAtMs = live.state.kind === 'reconnecting' ? live.state.sinceMs : null;
  const [shown, setShown] = useState<{ readonly sinceMs: number; readonly isOver: boolean } | null>(null);
  useEffect(() => {
    if (lostAtMs !== null) {
      const timer = setTimeout(() => setShown({ sinceMs: lostAtMs, isOver: false }), PATIENCE_MS);
      return () => clearTimeout(timer);
    }
    setShown((before) => before && { ...before, isOver: true });
    const timer = setTimeout(() => setShown(null), GLAD_MS);
    return () => clearTimeout(timer);
  }, [lostAtMs]);

  return (
    <div role="status" className="px-3 pt-2 empty:hidden">
      {shown === null ? null : shown.isOver ? (
        <LiveAgain sinceMs={shown.sinceMs} />
      ) : (
        <Notice
          tone="look-here"
          icon={<RotateCw aria-hidden="true" />}
          action={
            <Button size="small" className="text-foreground" onClick={live.retry}>
              Try now
            </Button>
          }
        >
          <strong className="font-semibold">Reconnecting.</strong> Calls since {formatClock(new Date(shown.sinceMs), zone)} will appear by
          themselves.
        </Notice>
      )}
    </div>
  );
}

function LiveAgain({ sinceMs }: { readonly sinceMs: number }) {
  const api = useApi();
  const arrived = useQuery(api.calls.list.queryOptions({ from: new Date(sinceMs).toISOString(), limit: MOST_COUNTED }));
  if (!arrived.data) return null;
  return (
    <Notice tone="well" icon={<Check aria-hidden="true" />}>
      <strong className="font-semibold">Live again.</strong> {countWords(arrived.data.items.length)} arrived in between.
    </Notice>
  );
}

function countWords(count: number): string {
  if (count === 0) return 'No calls';
  if (count === 1) return '1 call';
  return count >= MOST_COUNTED ? `More than ${MOST_COUNTED} calls` : `${count} calls`;
}
