import { mayGrant, type Role } from '@ringfence/domain/members';
import { useState } from 'react';
import { adviseOn } from '../../app/advise-on.ts';
import { Question } from '../../ui/question.tsx';
import { useToast } from '../../ui/toasts.tsx';
import type { Member } from './member.ts';
import { memberName } from './member-name.ts';
import { RoleMenu } from './role-menu.tsx';
import { ROLE_NAMES } from './role-names.ts';
import { useChangeRole } from './use-change-role.ts';
import type { Viewer } from './viewer.ts';

interface MemberRoleProps {
  readonly member: Member;
  readonly viewer: Viewer;
  readonly isOnlyOwner: boolean;
}

/** A member's role. A change holds at once, with the way back; lowering one's own has none, so it is asked first. */
export function MemberRole({ member, viewer, isOnlyOwner }: MemberRoleProps) {
  const change = useChangeRole();
  const toast = useToast();
  const [lowerTo, setLowerTo] = useState<Role | null>(null);
  const name = memberName(member);
  const isSelf = member.userId === viewer.userId;
  if (!viewer.canWrite || isOnlyOwner || !mayGrant(viewer.role, member.role)) {
    return <span className="font-strong">{ROLE_NAMES[member.role]}</span>;
  }
  function give(role: Role, before: Role | null) {
    change.mutate(
      { userId: member.userId, role },
      {
        onSuccess: () =>
          toast({
            text: before ? `${name} is now ${ROLE_NAMES[role].toLowerCase()}` : `${name} is ${ROLE_NAMES[role].toLowerCase()} again`,
            ...(before && { undo: () => give(before, null) }),
          }),
        onError: (error) => toast({ text: adviseOn(error), isFailure: true }),
      },
    );
  }
  return (
    <>
      <RoleMenu
        name={name}
        role={member.role}
        ownRole={viewer.role}
        isPending={change.isPending}
        onChoose={(role) => (isSelf ? setLowerTo(role) : give(role, member.role))}
      />
      <Question
        title="Lower your own role?"
        action={`Become ${lowerTo ? ROLE_NAMES[lowerTo].toLowerCase() : ''}`}
        acting="Changing…"
        isOpen={lowerTo !== null}
        onClose={() => setLowerTo(null)}
        onConfirm={async () => {
          if (lowerTo) await change.mutateAsync({ userId: member.userId, role: lowerTo });
        }}
        advise={adviseOn}
      >
        You can’t take it back yourself: only somebody with the role you have now can give it to you again.
      </Question>
    </>
  );
}
