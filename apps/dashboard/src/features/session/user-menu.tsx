import { Check, LogOut } from 'lucide-react';
import { useState } from 'react';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import {
  Menu,
  MenuContent,
  MenuItem,
  MenuItemIndicator,
  MenuLabel,
  MenuRadioGroup,
  MenuRadioItem,
  MenuSeparator,
  MenuTrigger,
} from '../../ui/menu.tsx';
import { useSession } from './session-context.ts';
import { chooseTheme, readTheme, type Theme, THEMES } from './theme.ts';

const THEME_NAMES: Record<Theme, string> = { system: 'As the system', light: 'Light', dark: 'Dark' };

interface UserMenuProps {
  readonly user: { readonly name: string; readonly email: string };
}

/** Who is signed in, how the pages look, and the way out. */
export function UserMenu({ user }: UserMenuProps) {
  const session = useSession();
  const [theme, setTheme] = useState(readTheme);
  const [isFailed, setFailed] = useState(false);
  function change(value: string) {
    const chosen = THEMES.find((name) => name === value) ?? 'system';
    chooseTheme(chosen);
    setTheme(chosen);
  }
  function leave(event: Event) {
    event.preventDefault(); // the menu stays open to say so when it fails
    session.signOut().catch((error: unknown) => {
      console.error(error);
      setFailed(true);
    });
  }
  return (
    <Menu onOpenChange={() => setFailed(false)}>
      <MenuTrigger asChild>
        <Button look="ghost" size="icon" className="rounded-full">
          <Avatar name={user.name} className="size-7 text-tiny" />
          <span className="sr-only">Your sign-in, {user.name}</span>
        </Button>
      </MenuTrigger>
      <MenuContent align="end">
        <div className="px-2 pt-1.5 pb-1">
          <p className="font-strong">{user.name}</p>
          <p className="text-caption text-muted-foreground">{user.email}</p>
        </div>
        <MenuSeparator />
        <MenuLabel>Theme</MenuLabel>
        <MenuRadioGroup value={theme} onValueChange={change}>
          {THEMES.map((name) => (
            <MenuRadioItem key={name} value={name} onSelect={(event) => event.preventDefault()}>
              <span className="flex-1">{THEME_NAMES[name]}</span>
              <MenuItemIndicator>
                <Check className="size-4 stroke-[2.25] text-primary" />
              </MenuItemIndicator>
            </MenuRadioItem>
          ))}
        </MenuRadioGroup>
        <MenuSeparator />
        <MenuItem onSelect={leave}>
          <LogOut />
          Sign out
        </MenuItem>
        {isFailed ? (
          <p role="alert" className="max-w-56 px-2 pb-1.5 text-caption text-destructive">
            You are still signed in: the server did not answer. Check your connection, then try again.
          </p>
        ) : null}
      </MenuContent>
    </Menu>
  );
}
