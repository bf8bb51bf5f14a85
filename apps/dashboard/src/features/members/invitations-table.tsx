import { useState } from 'react';
import { adviseOn } from '../../app/advise-on.ts';
import { Blank } from '../../ui/blank.tsx';
import { Button } from '../../ui/button.tsx';
import { FailedPart } from '../../ui/failed-part.tsx';
import { Question } from '../../ui/question.tsx';
import { RecordSkeleton } from '../../ui/record-skeleton.tsx';
import { RecordCell, RecordRow, RecordTable } from '../../ui/record-table.tsx';
import { ShownOnce } from '../../ui/shown-once.tsx';
import { Moment } from '../../ui/time/moment.tsx';
import { InvitationState } from './invitation-state.tsx';
import type { NewInvitation } from './invite-dialog.tsx';
import { ROLE_NAMES } from './role-names.ts';
import type { SentInvitation } from './sent-invitation.ts';
import { useInvitations } from './use-invitations.ts';
import { useRevokeInvitation } from './use-revoke-invitation.ts';

interface InvitationsTableProps {
  /** One that was just made: its link is shown this once. */
  readonly fresh: NewInvitation | null;
  readonly onDone: () => void;
}

/** Who was asked in, and what became of it. */
export function InvitationsTable({ fresh, onDone }: InvitationsTableProps) {
  const invitations = useInvitations();
  const rows = invitations.data?.items ?? [];
  return (
    <RecordTable
      title="Invitations"
      note="Each link works once"
      heads={['For', 'State', 'Role', 'Sent', 'Actions']}
      isEmpty={rows.length === 0}
      strip={
        fresh ? (
          <ShownOnce
            title="Invitation sent"
            note={`To ${fresh.email}. You may send the link yourself too.`}
            label="Link of the invitation"
            value={fresh.link}
            onDone={onDone}
          />
        ) : null
      }
    >
      {invitations.isPending ? (
        <RecordSkeleton />
      ) : invitations.isError && !invitations.data ? (
        <FailedPart
          title="The invitations could not be loaded"
          advice="Those that are open still work. Check your connection, then load them again."
          onRetry={() => void invitations.refetch()}
          className="py-6"
        />
      ) : rows.length === 0 ? (
        <Blank title="Nobody is invited" className="py-6">
          Press Invite, give an address and a role, and they get a mail with a link.
        </Blank>
      ) : (
        rows.map((invitation) => <InvitationRow key={invitation.id} invitation={invitation} />)
      )}
    </RecordTable>
  );
}

function InvitationRow({ invitation }: { readonly invitation: SentInvitation }) {
  const revoke = useRevokeInvitation();
  const [isAsked, setAsked] = useState(false);
  return (
    <RecordRow>
      <RecordCell as="name">{invitation.email}</RecordCell>
      <RecordCell as="more">
        <InvitationState invitation={invitation} />
      </RecordCell>
      <RecordCell as="role">{ROLE_NAMES[invitation.role]}</RecordCell>
      <RecordCell as="when" phoneLabel="sent">
        <Moment at={invitation.createdAt} show="day" />
      </RecordCell>
      <RecordCell as="act">
        {invitation.status === 'open' ? (
          <Button look="ghost" size="small" onClick={() => setAsked(true)}>
            Withdraw<span className="sr-only"> the invitation of {invitation.email}</span>
          </Button>
        ) : null}
        <Question
          title="Withdraw the invitation?"
          action="Withdraw"
          acting="Withdrawing…"
          isOpen={isAsked}
          onClose={() => setAsked(false)}
          onConfirm={async () => void (await revoke.mutateAsync({ id: invitation.id }))}
          advise={adviseOn}
        >
          The link that {invitation.email} has stops working at once. You can invite them again.
        </Question>
      </RecordCell>
    </RecordRow>
  );
}
