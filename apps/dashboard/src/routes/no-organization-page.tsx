import { useMove } from '../app/use-move.ts';
import { CreateOrganizationForm } from '../features/organizations/create-organization-form.tsx';
import { OrganizationTile } from '../features/organizations/organization-tile.tsx';
import { useMe } from '../features/organizations/use-me.ts';
import { SignOutButton } from '../features/session/sign-out-button.tsx';
import { Button } from '../ui/button.tsx';
import { Delayed } from '../ui/delayed.tsx';
import { FailedPart } from '../ui/failed-part.tsx';
import { Logo } from '../ui/logo.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { usePageTitle } from '../ui/use-page-title.ts';

/** Signed in, and in no organisation just now: choose one, make one, or ask to be invited. */
export function NoOrganizationPage() {
  const me = useMe();
  usePageTitle('Choose an organisation');
  return (
    <main className="grid min-h-dvh place-items-center bg-background p-5">
      <div className="w-full max-w-96">
        <Logo className="mb-5 size-8" />
        {me.data ? (
          <Choice organizations={me.data.organizations} email={me.data.user.email} />
        ) : me.isError ? (
          <FailedPart
            title="Your organisations could not be loaded"
            advice="Nothing is lost. Check your connection, then load them again."
            onRetry={() => void me.refetch()}
            className="p-0"
          />
        ) : (
          <Delayed>
            <Skeleton className="h-5 w-56" />
            <Skeleton className="mt-6 h-11" />
          </Delayed>
        )}
        <div className="mt-6 border-t border-border pt-4">
          <SignOutButton />
        </div>
      </div>
    </main>
  );
}

interface ChoiceProps {
  readonly organizations: readonly { readonly id: string; readonly name: string }[];
  readonly email: string | null;
}

function Choice({ organizations, email }: ChoiceProps) {
  const { move, hasFailed } = useMove();
  const stay = () => Promise.resolve();
  if (organizations.length === 0) {
    return (
      <>
        <h1 className="text-headline font-semibold tracking-[-0.012em]">No organisation yet</h1>
        <p className="pt-1 pb-5 text-read text-pretty text-muted-foreground">
          Make one, or ask to be invited to one{email ? ` as ${email}` : ''} and open the link of the invitation.
        </p>
        <CreateOrganizationForm onCreated={() => void move(stay)} />
      </>
    );
  }
  return (
    <>
      <h1 className="text-headline font-semibold tracking-[-0.012em]">Choose an organisation</h1>
      <p className="pt-1 pb-5 text-read text-pretty text-muted-foreground">You are a member of these.</p>
      <div className="grid gap-2">
        {organizations.map((organization) => (
          <Button
            key={organization.id}
            className="h-11 justify-start"
            onClick={() => void move(async (client) => void (await client.session.switch.mutate({ orgId: organization.id })))}
          >
            <OrganizationTile organization={organization} />
            {organization.name}
          </Button>
        ))}
      </div>
      <p role="alert" className="text-destructive not-empty:pt-3">
        {hasFailed ? 'The organisation could not be opened. Try again.' : null}
      </p>
    </>
  );
}
