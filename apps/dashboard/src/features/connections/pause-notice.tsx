import type { PauseReason } from '@ringfence/domain/connections';
import { CirclePause } from 'lucide-react';
import { Notice } from '../../ui/notice.tsx';
import { PROVIDER_NAMES } from '../../ui/provider-names.ts';
import { Moment } from '../../ui/time/moment.tsx';
import type { Connection } from './connection.ts';

const REASONS: Readonly<Record<PauseReason, (provider: string) => string>> = {
  'sign-in-refused': (provider) => `${provider} refuses our sign-in: its secret or key has changed.`,
};

/** Says that nothing is fetched for a connection, since when, why, and what ends it. Nothing while it is. */
export function PauseNotice({ connection }: { readonly connection: Connection }) {
  const { pausedAt, pauseReason, provider } = connection;
  if (!pausedAt || !pauseReason) return null;
  return (
    <div role="status" className="px-5 pb-3 max-tablet:px-4">
      <Notice tone="look-here" icon={<CirclePause aria-hidden="true" />}>
        <strong className="font-semibold">
          Downloads are paused since <Moment at={pausedAt} show="since" />.
        </strong>{' '}
        {REASONS[pauseReason](PROVIDER_NAMES[provider])} Set the new one below, and they go on at once. No attempt is used up meanwhile, and
        calls still arrive.
      </Notice>
    </div>
  );
}
