import type { RingfenceOutputs } from '@ringfence/client';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { adviseOn } from '../../app/advise-on.ts';
import { useApi } from '../../app/api.ts';
import { isAbsent } from '../../app/is-absent.ts';
import { Button } from '../../ui/button.tsx';
import { Delayed } from '../../ui/delayed.tsx';
import { FormFailure } from '../../ui/form/form-failure.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Moment } from '../../ui/time/moment.tsx';
import { useInvitation } from './use-invitation.ts';

interface InvitationProps {
  readonly token: string;
  /** Who is signed in. */
  readonly email: string | null;
  /** Draws the page around a title, a sentence and what can be done. */
  readonly frame: (title: string, lead: ReactNode, body: ReactNode) => ReactNode;
  readonly onAccepted: () => void;
  readonly onSignOut: () => void;
}

/** What an invitation offers and the way in; for anybody whom it isn't for, nothing but what to do. */
export function Invitation({ token, email, frame, onAccepted, onSignOut }: InvitationProps) {
  const invitation = useInvitation(token);
  if (invitation.isPending) {
    return frame(
      'Invitation',
      'One moment.',
      <Delayed>
        <Skeleton className="h-9" />
      </Delayed>,
    );
  }
  if (invitation.data) return <Offer token={token} offer={invitation.data} frame={frame} onAccepted={onAccepted} />;
  if (isAbsent(invitation.error)) {
    return frame(
      'Nothing to accept here',
      `There is no open invitation at this link for ${email ?? 'whoever is signed in'}. It may be for another address, or have been used, withdrawn or past its week.`,
      <div className="grid gap-2">
        <Button look="primary" size="entry" onClick={onSignOut}>
          Sign in with another address
        </Button>
        <p className="text-muted-foreground">Or ask whoever invited you for a new invitation.</p>
      </div>,
    );
  }
  return frame(
    'The invitation could not be loaded',
    'It is still good. Check your connection, then load it again.',
    <Button size="entry" onClick={() => void invitation.refetch()}>
      Load again
    </Button>,
  );
}

interface OfferProps {
  readonly token: string;
  readonly offer: RingfenceOutputs['invitations']['describe'];
  readonly frame: InvitationProps['frame'];
  readonly onAccepted: () => void;
}

function Offer({ token, offer, frame, onAccepted }: OfferProps) {
  const api = useApi();
  const accept = useMutation(api.invitations.accept.mutationOptions({ onSuccess: onAccepted }));
  return frame(
    `Join ${offer.organizationName}`,
    <>
      You are invited as {offer.role}, with {offer.email}, until <Moment at={offer.expiresAt} show="day" />.
    </>,
    <>
      <FormFailure>{accept.isError ? adviseOn(accept.error) : null}</FormFailure>
      <Button look="primary" size="entry" disabled={accept.isPending || accept.isSuccess} onClick={() => accept.mutate({ token })}>
        {accept.isPending ? 'Joining…' : 'Join'}
      </Button>
    </>,
  );
}
