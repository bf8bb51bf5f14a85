import { useNavigate, useRouter } from '@tanstack/react-router';
import { CircleQuestionMark, Menu as MenuIcon } from 'lucide-react';
import { OrganizationMenu } from '../features/organizations/organization-menu.tsx';
import { useMe } from '../features/organizations/use-me.ts';
import { useSwitchOrganization } from '../features/organizations/use-switch-organization.ts';
import { useSession } from '../features/session/session-context.ts';
import { UserMenu } from '../features/session/user-menu.tsx';
import { Button } from '../ui/button.tsx';
import { Skeleton } from '../ui/skeleton.tsx';

interface TopbarProps {
  readonly organization: { readonly id: string; readonly name: string; readonly role: string } | null;
  readonly onMenu: () => void;
  readonly onHelp: () => void;
  readonly crumbPlace: (place: HTMLElement | null) => void;
}

/** The panel's header: whose pages these are, first, then the way to this page. */
export function Topbar({ organization, onMenu, onHelp, crumbPlace }: TopbarProps) {
  const me = useMe();
  const session = useSession();
  const router = useRouter();
  const navigate = useNavigate();
  const change = useSwitchOrganization(async () => {
    // A page of one call or article belongs to the organisation one leaves: go to its list first.
    const [section = 'calls'] = router.state.location.pathname.split('/').filter(Boolean);
    await navigate({ href: `/${section}` });
    await session.renew();
  });
  const user = me.data?.user;
  return (
    <header className="flex h-12 shrink-0 items-center gap-2 border-b border-border pr-3 pl-2.5 max-tablet:px-2">
      <Button look="ghost" size="icon" aria-label="Open menu" onClick={onMenu} className="tablet:hidden">
        <MenuIcon />
      </Button>
      {organization ? (
        <OrganizationMenu
          current={organization}
          organizations={me.data?.organizations ?? [organization]}
          isSwitching={change.isPending}
          onSwitch={(orgId) => change.mutate({ orgId })}
        />
      ) : (
        <Skeleton className="mx-1.5 h-5 w-40" />
      )}
      {change.isError ? (
        <p role="alert" className="truncate text-caption text-destructive">
          The organisation could not be changed. Try again.
        </p>
      ) : null}
      <nav aria-label="Breadcrumb" ref={crumbPlace} className="flex min-w-0 items-center gap-2 max-tablet:hidden" />
      <span className="flex-1" />
      <Button
        look="ghost"
        size="icon"
        aria-label="Keyboard shortcuts"
        title="Keyboard shortcuts (?)"
        onClick={onHelp}
        className="max-tablet:hidden"
      >
        <CircleQuestionMark />
      </Button>
      {user ? <UserMenu user={{ name: user.name ?? user.email ?? 'You', email: user.email ?? '' }} /> : null}
    </header>
  );
}
