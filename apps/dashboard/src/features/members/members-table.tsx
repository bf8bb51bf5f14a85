import { mayGrant } from '@ringfence/domain/members';
import type { ReactNode } from 'react';
import { Avatar } from '../../ui/avatar.tsx';
import { Missing } from '../../ui/missing.tsx';
import { RecordCell, RecordRow, RecordTable } from '../../ui/record-table.tsx';
import { Moment } from '../../ui/time/moment.tsx';
import type { Member } from './member.ts';
import { memberName } from './member-name.ts';
import { MemberRole } from './member-role.tsx';
import { RemoveMember } from './remove-member.tsx';
import type { Viewer } from './viewer.ts';

interface MembersTableProps {
  readonly members: readonly Member[];
  /** Whether there are more than are loaded, so that another owner may be among them. */
  readonly hasMore: boolean;
  readonly viewer: Viewer;
  readonly organizationName: string;
  readonly onLeft: () => void;
  readonly foot: ReactNode;
}

/** Who belongs here, with what role, and since when. */
export function MembersTable({ members, hasMore, viewer, organizationName, onLeft, foot }: MembersTableProps) {
  const owners = members.filter(({ role }) => role === 'owner');
  const onlyOwner = owners.length === 1 && !hasMore ? owners[0] : undefined;
  return (
    <RecordTable
      title="People"
      note={onlyOwner ? 'The only owner can’t leave: make somebody else an owner first' : undefined}
      heads={['Name', 'Email', 'Role', 'Since', 'Actions']}
      isEmpty={false}
      foot={foot}
    >
      {members.map((member) => {
        const isSelf = member.userId === viewer.userId;
        const isOnlyOwner = member === onlyOwner;
        const canRemove = !isOnlyOwner && (isSelf || (viewer.canWrite && mayGrant(viewer.role, member.role)));
        return (
          <RecordRow key={member.userId}>
            <RecordCell as="name">
              <span className="flex items-center gap-2">
                <Avatar name={memberName(member)} />
                <span className="truncate font-strong">{memberName(member)}</span>
                {isSelf || isOnlyOwner ? (
                  <span className="text-caption text-muted-foreground">
                    {[isSelf && 'you', isOnlyOwner && 'only owner'].filter(Boolean).join(', ')}
                  </span>
                ) : null}
              </span>
            </RecordCell>
            <RecordCell as="more">
              {member.email ?? <Missing label="no email" />}
              {member.issuer ? <span className="pl-1.5 text-caption">through {member.issuer}</span> : null}
            </RecordCell>
            <RecordCell as="role">
              <MemberRole member={member} viewer={viewer} isOnlyOwner={isOnlyOwner} />
            </RecordCell>
            <RecordCell as="when" phoneLabel="since">
              <Moment at={member.joinedAt} show="day" />
            </RecordCell>
            <RecordCell as="act">
              {canRemove ? <RemoveMember member={member} isSelf={isSelf} organizationName={organizationName} onLeft={onLeft} /> : null}
            </RecordCell>
          </RecordRow>
        );
      })}
    </RecordTable>
  );
}
