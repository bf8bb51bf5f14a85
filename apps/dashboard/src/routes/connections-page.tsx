import { getRouteApi, Link } from '@tanstack/react-router';
import { ChevronLeft } from 'lucide-react';
import { ConnectionList } from '../features/connections/connection-list.tsx';
import { ConnectionView } from '../features/connections/connection-view.tsx';
import { useConnections } from '../features/connections/use-connections.ts';
import { useOrganization } from '../features/organizations/use-organization.ts';
import { BesideSkeleton } from '../ui/beside-skeleton.tsx';
import { Beside } from '../ui/beside.tsx';
import { Blank } from '../ui/blank.tsx';
import { Button } from '../ui/button.tsx';
import { Crumb, Crumbs } from '../ui/crumbs.tsx';
import { FailedPart } from '../ui/failed-part.tsx';
import { useHotkeys } from '../ui/use-hotkeys.ts';
import { usePageTitle } from '../ui/use-page-title.ts';
import { NotFoundPage } from './not-found-page.tsx';
import { useSearchCalls } from './use-search-calls.ts';

const route = getRouteApi('/frame/connections/{-$connectionId}');

/** Owners and admins; for everybody else there is nothing at this address. */
export function ConnectionsPage() {
  const organization = useOrganization();
  if (organization.isPending) return <BesideSkeleton title="Connections" />;
  if (!organization.data?.permissions.includes('connections.read')) return <NotFoundPage />;
  return <Connections organizationName={organization.data.name} />;
}

function Connections({ organizationName }: { readonly organizationName: string }) {
  const { connectionId } = route.useParams();
  const connections = useConnections();
  const chosen = connectionId ? connections.data?.find((connection) => connection.id === connectionId) : connections.data?.[0];
  usePageTitle(connectionId ? chosen?.name : null, 'Connections', organizationName);
  useHotkeys({ '/': useSearchCalls() });
  if (connectionId && connections.data && !chosen) return <NotFoundPage />;
  return (
    <>
      <Crumbs>
        <Crumb>Connections</Crumb>
        {chosen ? <Crumb>{chosen.name}</Crumb> : null}
      </Crumbs>
      {connections.isPending ? (
        <BesideSkeleton title="Connections" />
      ) : connections.isError && !connections.data ? (
        <FailedPart
          title="The connections could not be loaded"
          advice="Calls still arrive through them. Check your connection, then load them again."
          onRetry={() => void connections.refetch()}
        />
      ) : connections.data.length === 0 ? (
        <Blank title="No connection yet">
          A connection lets a provider tell Ringfence about calls. Whoever runs Ringfence adds one with{' '}
          <code className="font-sans font-strong text-foreground">ringfence connection add</code>.
        </Blank>
      ) : (
        <Beside
          title="Connections"
          back={
            <Button asChild look="ghost">
              <Link to="/connections/{-$connectionId}" params={{ connectionId: undefined }}>
                <ChevronLeft />
                Connections
              </Link>
            </Button>
          }
          hasDetail={connectionId !== undefined}
          list={<ConnectionList connections={connections.data} chosenId={chosen?.id} />}
          detail={chosen ? <ConnectionView key={chosen.id} connection={chosen} /> : null}
        />
      )}
    </>
  );
}
