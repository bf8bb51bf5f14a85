import { Link, type LinkProps } from '@tanstack/react-router';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { MenuItem } from '../ui/menu.tsx';

interface MenuLinkProps {
  readonly to: NonNullable<LinkProps['to']>;
  readonly icon: LucideIcon;
  readonly children: ReactNode;
}

/** An item of a menu that leads to a page. */
export function MenuLink({ to, icon: Icon, children }: MenuLinkProps) {
  return (
    <MenuItem asChild>
      <Link to={to}>
        <Icon />
        {children}
      </Link>
    </MenuItem>
  );
}
