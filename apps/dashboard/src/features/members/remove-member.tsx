import { useState } from 'react';
import { adviseOn } from '../../app/advise-on.ts';
import { Button } from '../../ui/button.tsx';
import { Question } from '../../ui/question.tsx';
import { useToast } from '../../ui/toasts.tsx';
import type { Member } from './member.ts';
import { memberName } from './member-name.ts';
import { useRemoveMember } from './use-remove-member.ts';

interface RemoveMemberProps {
  readonly member: Member;
  readonly isSelf: boolean;
  readonly organizationName: string;
  /** After one has left oneself. */
  readonly onLeft: () => void;
}

/** Ends a membership, after asking; of oneself it is leaving. */
export function RemoveMember({ member, isSelf, organizationName, onLeft }: RemoveMemberProps) {
  const remove = useRemoveMember();
  const toast = useToast();
  const [isAsked, setAsked] = useState(false);
  const name = memberName(member);
  async function confirm(): Promise<void> {
    await remove.mutateAsync({ userId: member.userId });
    if (isSelf) onLeft();
    else toast({ text: `${name} is no longer a member` });
  }
  return (
    <>
      <Button look="ghost" size="small" className="text-destructive" onClick={() => setAsked(true)}>
        {isSelf ? 'Leave' : 'Remove'}
        {isSelf ? null : <span className="sr-only"> {name}</span>}
      </Button>
      <Question
        title={isSelf ? `Leave ${organizationName}?` : `Remove ${name}?`}
        action={isSelf ? 'Leave organisation' : 'Remove member'}
        acting={isSelf ? 'Leaving…' : 'Removing…'}
        isOpen={isAsked}
        onClose={() => setAsked(false)}
        onConfirm={confirm}
        advise={adviseOn}
      >
        {isSelf
          ? 'Its pages close for you at once. To come back you must be invited again. What you noted stays.'
          : 'Their open pages close at once and links to recordings die. What they noted stays. To come back they must be invited again.'}
      </Question>
    </>
  );
}
