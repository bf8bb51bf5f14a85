import { Link } from '@tanstack/react-router';
import { LIST_LINK } from '../../ui/list-link.ts';
import { Missing } from '../../ui/missing.tsx';
import { Moment } from '../../ui/time/moment.tsx';
import type { Connection } from './connection.ts';
import { ConnectionState } from './connection-state.tsx';
import { PROVIDER_NAMES } from '../../ui/provider-names.ts';

interface ConnectionListProps {
  readonly connections: readonly Connection[];
  readonly chosenId: string | undefined;
}

export function ConnectionList({ connections, chosenId }: ConnectionListProps) {
  return (
    <ul className="grid gap-px px-2 pb-2">
      {connections.map((connection) => (
        <li key={connection.id}>
          <Link
            to="/connections/{-$connectionId}"
            params={{ connectionId: connection.id }}
            data-chosen={connection.id === chosenId}
            aria-current={connection.id === chosenId ? 'page' : undefined}
            className={LIST_LINK}
          >
            <b className="truncate font-strong">{connection.name}</b>
            <span className="text-caption leading-5 text-muted-foreground">
              {connection.lastEventAt ? <Moment at={connection.lastEventAt} show="day" /> : <Missing label="no message yet" />}
            </span>
            <span className="col-span-2 flex items-center gap-3 text-caption leading-5">
              <ConnectionState connection={connection} />
              <span className="text-muted-foreground">{PROVIDER_NAMES[connection.provider]}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
