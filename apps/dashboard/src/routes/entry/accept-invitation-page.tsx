import { getRouteApi, Link, useLocation, useNavigate } from '@tanstack/react-router';
import { useMove } from '../../app/use-move.ts';
import { WorkspaceProvider } from '../../app/workspace-provider.tsx';
import { Invitation } from '../../features/invitations/invitation.tsx';
import { useMe } from '../../features/organizations/use-me.ts';
import { useSession } from '../../features/session/session-context.ts';
import { useSessionState } from '../../features/session/use-session-state.ts';
import { Button } from '../../ui/button.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { PassagePage } from '../passage-page.tsx';
import { EntryFrame } from './entry-frame.tsx';

const route = getRouteApi('/invitations/accept');

/** An invitation's link, opened by anybody: through sign-in or sign-up and back here, then what it is and the way in. */
export function AcceptInvitationPage() {
  const { token } = route.useSearch();
  const state = useSessionState();
  usePageTitle('Invitation');
  if (!token) {
    return (
      <EntryFrame
        title="This link is not whole"
        lead="A part of it is missing. Open it again from the mail, or copy all of it."
        foot={<Link to="/calls">Go to calls</Link>}
      >
        {null}
      </EntryFrame>
    );
  }
  if (state.kind !== 'signed-in') return <SignedOut />;
  return (
    <WorkspaceProvider passage={<PassagePage />}>
      <SignedIn token={token} />
    </WorkspaceProvider>
  );
}

function SignedOut() {
  const { href: from } = useLocation();
  return (
    <EntryFrame
      title="You have been invited"
      lead="Sign in with the address that the invitation went to, or sign up with it. Then you come back here."
      foot="An invitation works once, and only for the address it was sent to."
    >
      <div className="grid gap-2">
        <Button asChild look="primary" size="entry">
          <Link to="/sign-in" search={{ from }}>
            Sign in
          </Link>
        </Button>
        <Button asChild size="entry">
          <Link to="/sign-up" search={{ from }}>
            Sign up
          </Link>
        </Button>
      </div>
    </EntryFrame>
  );
}

function SignedIn({ token }: { readonly token: string }) {
  const session = useSession();
  const me = useMe();
  const navigate = useNavigate();
  const { move } = useMove();
  return (
    <Invitation
      token={token}
      email={me.data?.user.email ?? null}
      frame={(title, lead, body) => (
        <EntryFrame title={title} lead={lead} foot={<Link to="/calls">Not now</Link>}>
          {body}
        </EntryFrame>
      )}
      onAccepted={() => void move(() => navigate({ to: '/calls', replace: true }))}
      onSignOut={() => {
        // The page itself leads on, once nobody is signed in.
        session.signOut().catch((error: unknown) => console.error(error));
      }}
    />
  );
}
