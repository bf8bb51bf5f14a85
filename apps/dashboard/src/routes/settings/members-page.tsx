import { type Role, ROLES } from '@ringfence/domain/members';
import { Mail } from 'lucide-react';
import { useCallback, useState } from 'react';
import { useMove } from '../../app/use-move.ts';
import { usePermission } from '../../app/use-permission.ts';
import { InvitationsTable } from '../../features/members/invitations-table.tsx';
import { InviteDialog, type NewInvitation } from '../../features/members/invite-dialog.tsx';
import { MembersTable } from '../../features/members/members-table.tsx';
import { RoleTable } from '../../features/members/role-table.tsx';
import { useMembers } from '../../features/members/use-members.ts';
import { useMe } from '../../features/organizations/use-me.ts';
import { useOrganization } from '../../features/organizations/use-organization.ts';
import { Button } from '../../ui/button.tsx';
import { Crumb, Crumbs } from '../../ui/crumbs.tsx';
import { FailedPart } from '../../ui/failed-part.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { RecordSkeleton } from '../../ui/record-skeleton.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';

/** Who belongs to the organisation, who is invited, and what each role may do. */
export function MembersPage() {
  const me = useMe();
  const organization = useOrganization();
  const canWrite = usePermission('members.write');
  const canInvite = usePermission('invitations.write');
  const members = useMembers();
  const { move } = useMove();
  const [isInviting, setInviting] = useState(false);
  const [fresh, setFresh] = useState<NewInvitation | null>(null);
  const { fetchNextPage } = members;
  const loadMore = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  usePageTitle('Members', organization.data?.name);
  const loaded = members.data?.pages.flatMap((page) => page.items) ?? [];
  const role = asRole(organization.data?.role);
  return (
    <>
      <Crumbs>
        <Crumb>Members</Crumb>
      </Crumbs>
      <PageHead title="Members">
        {members.data && !members.hasNextPage ? <span className="text-muted-foreground">{countPeople(loaded.length)}</span> : null}
        <span className="flex-1" />
        {canInvite ? (
          <Button look="primary" onClick={() => setInviting(true)}>
            <Mail />
            Invite
          </Button>
        ) : null}
      </PageHead>
      <div
        tabIndex={0}
        role="region"
        aria-label="Members and invitations"
        className="grid min-h-0 flex-1 content-start gap-3 overflow-y-auto px-4 pb-5 outline-offset-[-2px] min-[84rem]:grid-cols-[minmax(0,1fr)_20.5rem] min-[84rem]:items-start"
      >
        <div className="grid min-w-0 gap-3">
          {me.data && organization.data && members.data ? (
            <MembersTable
              members={loaded}
              hasMore={members.hasNextPage}
              viewer={{ userId: me.data.user.id, role, canWrite }}
              organizationName={organization.data.name}
              onLeft={() => void move(() => Promise.resolve())}
              foot={
                <LoadMore
                  hasMore={members.hasNextPage}
                  isLoading={members.isFetchingNextPage}
                  isFailed={members.isFetchNextPageError}
                  onMore={loadMore}
                  label="Load more members"
                />
              }
            />
          ) : members.isError ? (
            <FailedPart
              title="The members could not be loaded"
              advice="Nobody has lost their membership. Check your connection, then load them again."
              onRetry={() => void members.refetch()}
            />
          ) : (
            <RecordSkeleton />
          )}
          {canInvite ? <InvitationsTable fresh={fresh} onDone={() => setFresh(null)} /> : null}
        </div>
        <RoleTable />
      </div>
      <InviteDialog isOpen={isInviting} onClose={() => setInviting(false)} ownRole={role} onInvited={setFresh} />
    </>
  );
}

/** A role that this page doesn't know counts as the least. */
function asRole(name: string | undefined): Role {
  return ROLES.find((known) => known === name) ?? 'viewer';
}

function countPeople(count: number): string {
  return count === 1 ? '1 person' : `${count} people`;
}
