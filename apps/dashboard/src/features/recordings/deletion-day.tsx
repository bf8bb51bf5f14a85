import { formatShortDay } from '../../ui/time/format-time.ts';
import { useTimeZone } from '../../ui/time/time-zone.ts';
import { useNow } from '../../ui/time/use-now.ts';

const SOON_MS = 2 * 24 * 3_600_000;

interface DeletionDayProps {
  readonly recording: { readonly deletesAt: string | null; readonly state: string };
}

/** Until when the provider keeps what isn't here yet; amber once that is near. Nothing where nobody knows, or where it's over. */
export function DeletionDay({ recording }: DeletionDayProps) {
  const zone = useTimeZone();
  const now = new Date(useNow(60_000));
  const { deletesAt, state } = recording;
  if (deletesAt === null || state === 'gone') return null;
  const at = new Date(deletesAt);
  const isSoon = at.getTime() - now.getTime() < SOON_MS;
  return (
    <span className={isSoon ? 'font-medium text-status-missed' : undefined}>
      {at < now ? 'Its provider has deleted it by now.' : `Its provider deletes it on ${formatShortDay(at, zone, now)}.`}
    </span>
  );
}
