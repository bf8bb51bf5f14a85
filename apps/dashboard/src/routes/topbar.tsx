import { useNavigate, useRouter } from '@tanstack/react-router';
import { CircleQuestionMark, Menu as MenuIcon, Plus, SlidersHorizontal, Users } from 'lucide-react';
import { useMove } from '../app/use-move.ts';
import { OrganizationMenu } from '../features/organizations/organization-menu.tsx';
import { useMe } from '../features/organizations/use-me.ts';
import { UserMenu } from '../features/session/user-menu.tsx';
import { Button } from '../ui/button.tsx';
import { useBeforeLeaving } from '../ui/form/unsaved-changes.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { MenuLink } from './menu-link.tsx';

interface TopbarProps {
  readonly organization: { readonly id: string; readonly name: string; readonly role: string } | null;
  readonly onMenu: () => void;
  readonly onHelp: () => void;
  readonly crumbPlace: (place: HTMLElement | null) => void;
}

/** The panel's header: whose pages these are, first, then the way to this page. */
export function Topbar({ organization, onMenu, onHelp, crumbPlace }: TopbarProps) {
  const me = useMe();
  const router = useRouter();
  const navigate = useNavigate();
  const { move, hasFailed } = useMove();
  const beforeLeaving = useBeforeLeaving();
  function change(orgId: string) {
    // A page of one call or article belongs to the organisation one leaves: the other opens at its list.
    const [section = 'calls'] = router.state.location.pathname.split('/').filter(Boolean);
    beforeLeaving(
      () =>
        void move(async (client) => {
          await client.session.switch.mutate({ orgId });
          await navigate({ href: `/${section}` });
        }),
    );
  }
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
          onSwitch={change}
          links={
            <>
              <MenuLink to="/settings/organization" icon={SlidersHorizontal}>
                Settings
              </MenuLink>
              <MenuLink to="/settings/members" icon={Users}>
                Members
              </MenuLink>
              <MenuLink to="/new-organization" icon={Plus}>
                New organisation
              </MenuLink>
            </>
          }
        />
      ) : (
        <Skeleton className="mx-1.5 h-5 w-40" />
      )}
      {hasFailed ? (
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
