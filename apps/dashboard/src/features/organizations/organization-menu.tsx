import { Check, ChevronsUpDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '../../ui/menu.tsx';
import { OrganizationTile } from './organization-tile.tsx';

interface Organization {
  readonly id: string;
  readonly name: string;
  readonly role: string;
}

interface OrganizationMenuProps {
  readonly current: Organization;
  readonly organizations: readonly Organization[];
  readonly onSwitch: (orgId: string) => void;
  /** What else one may want of an organisation, as menu items. */
  readonly links: ReactNode;
}

/** Whose calls these are, first on every page, and the way to the other organisations of whoever is signed in. */
export function OrganizationMenu({ current, organizations, onSwitch, links }: OrganizationMenuProps) {
  return (
    <Menu>
      <MenuTrigger className="eased flex h-8 min-w-0 items-center gap-2 rounded-control px-1.5 font-strong hover:bg-accent aria-expanded:bg-accent max-tablet:h-9">
        <OrganizationTile organization={current} />
        <span className="truncate">{current.name}</span>
        <span className="sr-only">, switch organisation</span>
        <ChevronsUpDown className="size-4 shrink-0 stroke-[2.25] text-muted-foreground" aria-hidden="true" />
      </MenuTrigger>
      <MenuContent align="start" className="w-64">
        {organizations.map((organization) => (
          <MenuItem
            key={organization.id}
            aria-current={organization.id === current.id || undefined}
            onSelect={() => organization.id !== current.id && onSwitch(organization.id)}
            className="min-h-11"
          >
            <OrganizationTile organization={organization} />
            <span className="min-w-0 flex-1">
              <span className="block truncate">{organization.name}</span>
              <span className="block text-caption text-muted-foreground capitalize">{organization.role}</span>
            </span>
            {organization.id === current.id ? <Check className="!text-primary" aria-hidden="true" /> : null}
          </MenuItem>
        ))}
        <MenuSeparator />
        {links}
      </MenuContent>
    </Menu>
  );
}
