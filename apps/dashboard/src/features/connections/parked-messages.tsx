import { Card } from '../../ui/card.tsx';
import { Moment } from '../../ui/time/moment.tsx';
import type { Connection } from './connection.ts';

/** Genuine messages that we did not understand: kept as they came, with the reason. */
export function ParkedMessages({ connection }: { readonly connection: Connection }) {
  const { parked, parkedCount } = connection;
  const hidden = parkedCount - parked.length;
  return (
    <Card id="parked" title="Parked messages" aside={<span className="font-strong">{parkedCount}</span>}>
      {parkedCount === 0 ? (
        <p className="pb-1 text-muted-foreground">None. Every genuine message was understood.</p>
      ) : (
        <>
          <ul className="divide-y divide-border">
            {parked.map((message) => (
              <li key={message.id} className="py-1.5 first:pt-0">
                <p className="font-strong [overflow-wrap:anywhere]">{message.reason ?? 'Not understood'}</p>
                <p className="text-caption text-muted-foreground">
                  {message.kind ? `${message.kind} · ` : null}
                  <Moment at={message.receivedAt} show="day" />
                </p>
              </li>
            ))}
          </ul>
          <p className="border-t border-border pt-2.5 text-caption text-pretty text-muted-foreground">
            {hidden > 0 ? `And ${hidden} older. ` : null}Kept as they came, and acknowledged: nothing is lost.
          </p>
        </>
      )}
    </Card>
  );
}
