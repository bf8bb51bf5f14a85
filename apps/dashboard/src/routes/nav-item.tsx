import { Link, type LinkProps, useLocation } from '@tanstack/react-router';
import type { LucideIcon } from 'lucide-react';
import { Tooltip } from '../ui/tooltip.tsx';

interface NavItemProps {
  readonly to: NonNullable<LinkProps['to']>;
  /** Another address under which this page counts as the current one. */
  readonly also: string | undefined;
  readonly name: string;
  readonly icon: LucideIcon;
  /** How many on it failed; nothing is shown of none. */
  readonly badCount: number;
}

/** One page of the sidebar; on the rail its icon, named by a tooltip. */
export function NavItem({ to, also, name, icon: Icon, badCount }: NavItemProps) {
  const isAlso = useLocation({ select: ({ pathname }) => pathname === also });
  return (
    <li>
      <Tooltip text={name} side="right" className="z-50 desk:hidden max-tablet:hidden">
        <Link
          to={to}
          activeOptions={{ includeSearch: false }}
          aria-current={isAlso ? 'page' : undefined}
          className="group/nav eased flex h-7.5 items-center gap-2.5 rounded-control px-2 font-book hover:bg-sidebar-accent aria-[current=page]:bg-sidebar-accent aria-[current=page]:font-strong aria-[current=page]:text-sidebar-accent-foreground max-tablet:h-11 rail:h-8 rail:justify-center rail:px-0"
        >
          <Icon className="size-4 shrink-0 stroke-[2.25] group-aria-[current=page]/nav:text-sidebar-primary" aria-hidden="true" />
          <span className="rail:sr-only">{name}</span>
          {badCount > 0 ? (
            <span className="ml-auto text-caption font-strong text-status-failed rail:sr-only">
              {badCount.toLocaleString('en')}
              <span className="sr-only"> failed</span>
            </span>
          ) : null}
        </Link>
      </Tooltip>
    </li>
  );
}
