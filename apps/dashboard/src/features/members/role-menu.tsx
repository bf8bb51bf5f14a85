import { mayGrant, type Role, ROLES } from '@ringfence/domain/members';
import { Check, ChevronDown } from 'lucide-react';
import { Menu, MenuContent, MenuItemIndicator, MenuRadioGroup, MenuRadioItem, MenuTrigger } from '../../ui/menu.tsx';
import { ROLE_NAMES } from './role-names.ts';

interface RoleMenuProps {
  /** Whose role it is. */
  readonly name: string;
  readonly role: Role;
  /** The role of who looks: nobody gives one above their own. */
  readonly ownRole: Role;
  readonly isPending: boolean;
  readonly onChoose: (role: Role) => void;
}

/** A role that can be changed where it stands. */
export function RoleMenu({ name, role, ownRole, isPending, onChoose }: RoleMenuProps) {
  const choices = ROLES.filter((choice) => mayGrant(ownRole, choice));
  return (
    <Menu>
      <MenuTrigger
        disabled={isPending}
        className="eased -mx-1.5 inline-flex h-7 items-center gap-1.5 rounded-control px-1.5 font-strong hover:bg-secondary aria-expanded:bg-secondary max-tablet:h-9"
      >
        {ROLE_NAMES[role]}
        <span className="sr-only">, change the role of {name}</span>
        <ChevronDown className="size-4 stroke-[2.25] text-muted-foreground" aria-hidden="true" />
      </MenuTrigger>
      <MenuContent align="start" className="min-w-40">
        <MenuRadioGroup
          value={role}
          onValueChange={(value) => {
            const chosen = choices.find((choice) => choice === value);
            if (chosen && chosen !== role) onChoose(chosen);
          }}
        >
          {choices.map((choice) => (
            <MenuRadioItem key={choice} value={choice}>
              <span className="flex-1">{ROLE_NAMES[choice]}</span>
              <MenuItemIndicator>
                <Check className="size-4 stroke-[2.25] text-primary" />
              </MenuItemIndicator>
            </MenuRadioItem>
          ))}
        </MenuRadioGroup>
      </MenuContent>
    </Menu>
  );
}
