import { Moment } from '../../ui/time/moment.tsx';
import { useNow } from '../../ui/time/use-now.ts';
import type { ApiKey } from './api-key.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** What ends sooner is told in amber. */
const SOON_MS = 14 * DAY_MS;

/** Until when a key is good, or since when no longer. */
export function KeyEnd({ apiKey }: { readonly apiKey: ApiKey }) {
  const now = useNow(60_000);
  if (apiKey.revokedAt !== null) {
    return (
      <span className="text-muted-foreground">
        Revoked <Moment at={apiKey.revokedAt} show="day" />
      </span>
    );
  }
  if (apiKey.expiresAt === null) return <span className="text-muted-foreground">never</span>;
  const left = Date.parse(apiKey.expiresAt) - now;
  if (left <= 0) {
    return (
      <span className="text-muted-foreground">
        Ended <Moment at={apiKey.expiresAt} show="day" />
      </span>
    );
  }
  if (left > SOON_MS) return <Moment at={apiKey.expiresAt} show="day" />;
  const days = Math.ceil(left / DAY_MS);
  return (
    <time dateTime={apiKey.expiresAt} className="font-strong text-status-missed">
      {days === 1 ? 'within a day' : `in ${days} days`}
    </time>
  );
}
