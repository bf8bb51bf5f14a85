import { Fact, Facts } from '../../ui/facts.tsx';
import { Missing } from '../../ui/missing.tsx';
import { Moment } from '../../ui/time/moment.tsx';
import type { Connection } from './connection.ts';
import { ConnectionState } from './connection-state.tsx';
import { DayByDay } from './day-by-day.tsx';
import { ParkedMessages } from './parked-messages.tsx';
import { PROVIDER_NAMES } from '../../ui/provider-names.ts';
import { PauseNotice } from './pause-notice.tsx';
import { RefusedMessages } from './refused-messages.tsx';
import { SecretCard } from './secret-card.tsx';

/** One way in: whether it works and is complete, what it parked, and what it turned away. */
export function ConnectionView({ connection }: { readonly connection: Connection }) {
  return (
    <>
      <header className="px-5 py-3.5 max-tablet:px-4">
        <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <h2 className="text-headline font-semibold tracking-[-0.012em]">{connection.name}</h2>
          <ConnectionState connection={connection} as="badge" />
        </div>
        <Facts>
          <Fact name="Provider">{PROVIDER_NAMES[connection.provider]}</Fact>
          <Fact name="Last message">
            {connection.lastEventAt ? <Moment at={connection.lastEventAt} show="day" /> : <Missing label="none yet" />}
          </Fact>
          <Fact name="Connected">
            <Moment at={connection.createdAt} show="day" />
          </Fact>
        </Facts>
      </header>
      <PauseNotice connection={connection} />
      <div className="grid gap-3 px-5 pb-5 max-tablet:px-4 desk:grid-cols-[minmax(0,1fr)_18.5rem] desk:items-start">
        <div className="grid min-w-0 gap-3">
          <DayByDay connection={connection} />
          <RefusedMessages refusals={connection.refusals} />
        </div>
        <div className="grid min-w-0 gap-3">
          <SecretCard connection={connection} />
          <ParkedMessages connection={connection} />
        </div>
      </div>
    </>
  );
}
