import { useSession } from '../features/session/session-context.ts';
import { OrganizationTile } from '../features/organizations/organization-tile.tsx';
import { useMe } from '../features/organizations/use-me.ts';
import { useSwitchOrganization } from '../features/organizations/use-switch-organization.ts';
import { Button } from '../ui/button.tsx';
import { Logo } from '../ui/logo.tsx';
import { usePageTitle } from '../ui/use-page-title.ts';

/** Signed in, and in no organisation just now: choose one, or ask to be invited. */
export function NoOrganizationPage() {
  const session = useSession();
  const me = useMe();
  const change = useSwitchOrganization(() => session.renew());
  usePageTitle('Choose an organisation');
  const organizations = me.data?.organizations ?? [];
  return (
    <main className="grid min-h-dvh place-items-center bg-background p-5">
      <div className="w-full max-w-96">
        <Logo className="mb-5 size-8" />
        <h1 className="text-headline font-semibold tracking-[-0.012em]">
          {organizations.length > 0 ? 'Choose an organisation' : 'No organisation yet'}
        </h1>
        <p className="pt-1 pb-5 text-read text-pretty text-muted-foreground">
          {organizations.length > 0 ? 'You are a member of these.' : 'Ask an owner to invite you. Then load this page again.'}
        </p>
        <div className="grid gap-2">
          {organizations.map((organization) => (
            <Button
              key={organization.id}
              className="h-11 justify-start"
              disabled={change.isPending}
              onClick={() => change.mutate({ orgId: organization.id })}
            >
              <OrganizationTile organization={organization} />
              {organization.name}
            </Button>
          ))}
          <Button look="ghost" className="justify-self-start" onClick={() => void session.signOut()}>
            Sign out
          </Button>
        </div>
      </div>
    </main>
  );
}
