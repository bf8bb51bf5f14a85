import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { LogFilters } from '../../features/audit-log/log-filters.ts';
import { LogTable } from '../../features/audit-log/log-table.tsx';
import { LogToolbar } from '../../features/audit-log/log-toolbar.tsx';
import { useAuditLog } from '../../features/audit-log/use-audit-log.ts';
import { useOrganization } from '../../features/organizations/use-organization.ts';
import { Blank } from '../../ui/blank.tsx';
import { Crumb, Crumbs } from '../../ui/crumbs.tsx';
import { FailedPart } from '../../ui/failed-part.tsx';
import { ListSkeleton } from '../../ui/list-skeleton.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { NotFoundPage } from '../not-found-page.tsx';

const route = getRouteApi('/frame/settings/security');

/** Owners and admins; for everybody else there is nothing at this address. */
export function SecurityPage() {
  const organization = useOrganization();
  if (organization.isPending) return <ListSkeleton />;
  if (!organization.data?.permissions.includes('auditLog.read')) return <NotFoundPage />;
  return <SecurityLog organizationName={organization.data.name} />;
}

function SecurityLog({ organizationName }: { readonly organizationName: string }) {
  const filters = route.useSearch();
  const navigate = useNavigate();
  const log = useAuditLog(filters);
  const { fetchNextPage } = log;
  const loadMore = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  const entries = log.data?.pages.flatMap((page) => page.items) ?? [];
  usePageTitle('Security log', organizationName);
  const change = (next: LogFilters) => void navigate({ to: '/settings/security', search: next, replace: true });
  return (
    <>
      <Crumbs>
        <Crumb>Security log</Crumb>
      </Crumbs>
      <LogToolbar filters={filters} onChange={change} />
      <div
        role="region"
        aria-label="Entries, newest first"
        tabIndex={0}
        aria-busy={log.isPlaceholderData}
        className="min-h-0 flex-1 overflow-y-auto border-t border-border outline-offset-[-2px]"
      >
        {log.isPending ? (
          <ListSkeleton />
        ) : log.isError && entries.length === 0 ? (
          <FailedPart
            title="The log could not be loaded"
            advice="It is written all the same; nothing is lost. Check your connection, then load it again."
            onRetry={() => void log.refetch()}
          />
        ) : entries.length === 0 ? (
          <NothingLogged filters={filters} />
        ) : (
          <>
            <LogTable entries={entries} hasMore={log.hasNextPage} />
            <LoadMore
              hasMore={log.hasNextPage}
              isLoading={log.isFetchingNextPage}
              isFailed={log.isFetchNextPageError}
              onMore={loadMore}
              label="Load older entries"
            />
          </>
        )}
      </div>
    </>
  );
}

function NothingLogged({ filters }: { readonly filters: LogFilters }) {
  const hasOthers = Boolean(filters.action ?? filters.from ?? filters.to);
  if (filters.kind === 'crossing' && !hasOthers) {
    return <Blank title="No attempt to cross">Nobody here asked for another organisation’s data, and nobody elsewhere for yours.</Blank>;
  }
  return (
    <Blank title="Nothing fits">
      {hasOthers
        ? 'Widen the time, or clear the filters to see everything.'
        : 'What members change, and what is refused to them, appears here.'}
    </Blank>
  );
}
