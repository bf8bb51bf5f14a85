import { CircleAlert, RotateCw } from 'lucide-react';
import { adviseOn } from '../../app/advise-on.ts';
import { usePermission } from '../../app/use-permission.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Delayed } from '../../ui/delayed.tsx';
import { FailedPart } from '../../ui/failed-part.tsx';
import { PROVIDER_NAMES } from '../../ui/provider-names.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Moment } from '../../ui/time/moment.tsx';
import { useToast } from '../../ui/toasts.tsx';
import type { Completeness } from './completeness.ts';
import type { Connection } from './connection.ts';
import { DaysTable } from './days-table.tsx';
import { LOOK_FAILURES } from './look-failure-words.ts';
import { useLook } from './use-look.ts';

/** For each day what the provider's own list has and what of it is here, and a button that asks it now. */
export function DayByDay({ connection }: { readonly connection: Connection }) {
  const { completeness, isLooking, ask } = useLook(connection.id);
  const toast = useToast();
  const mayAsk = usePermission('connections.write') && connection.enabled;
  const name = PROVIDER_NAMES[connection.provider];
  const canLook = completeness.data?.canLook ?? false;
  function look() {
    ask.mutate({ connectionId: connection.id }, { onError: (error) => toast({ text: adviseOn(error), isFailure: true }) });
  }
  return (
    <Card
      title="Day by day"
      {...(canLook && { note: `Compared with ${name}’s own list, every hour` })}
      aside={
        canLook && mayAsk ? (
          <Button size="small" disabled={isLooking} onClick={look}>
            <RotateCw />
            {isLooking ? 'Looking…' : 'Look again'}
          </Button>
        ) : null
      }
    >
      {completeness.data ? (
        <Looked completeness={completeness.data} connection={connection} isLooking={isLooking} />
      ) : completeness.isError ? (
        <FailedPart
          title="The days could not be loaded"
          advice="Calls still arrive and are still compared. Load them again."
          onRetry={() => void completeness.refetch()}
          className="py-4"
        />
      ) : (
        <Delayed>
          <span className="grid gap-4 py-3">
            <Skeleton className="w-4/5" />
            <Skeleton className="w-3/5" />
            <Skeleton className="w-4/5" />
          </span>
        </Delayed>
      )}
    </Card>
  );
}

interface LookedProps {
  readonly completeness: Completeness;
  readonly connection: Connection;
  readonly isLooking: boolean;
}

function Looked({ completeness, connection, isLooking }: LookedProps) {
  const { canLook, days, lastLookAt, lastFailure } = completeness;
  if (!canLook) {
    return (
      <p className="pb-1 text-muted-foreground">
        Whoever sends these messages has no list of calls that could be asked. What they don’t send is not here.
      </p>
    );
  }
  return (
    <>
      {lastFailure ? (
        <p className="flex gap-1.5 pb-2.5 text-status-missed">
          <CircleAlert className="mt-0.5 size-4 shrink-0 stroke-[2.25]" aria-hidden="true" />
          <span>
            {LOOK_FAILURES[lastFailure.reason]} <Moment at={lastFailure.at} show="day" />
          </span>
        </p>
      ) : null}
      {days.length === 0 ? (
        <p className="pb-1 text-muted-foreground">
          {lastLookAt
            ? 'The provider’s list has no calls in these days.'
            : 'Not compared yet. The first look comes by itself within a minute or two.'}
        </p>
      ) : (
        <DaysTable days={days} connection={connection} />
      )}
      <p role="status" className="pt-2.5 text-caption text-muted-foreground empty:hidden">
        {isLooking ? 'The provider is being asked. What is missing comes by itself.' : null}
        {!isLooking && lastLookAt ? (
          <>
            Last look <Moment at={lastLookAt} show="day" />. Calls since then are not counted.
          </>
        ) : null}
      </p>
    </>
  );
}
