import { Link, type LinkProps } from '@tanstack/react-router';
import type { Permission } from '@ringfence/domain';
import { BookOpen, CircleDot, KeyRound, type LucideIcon, Phone, Plug, Shield, SlidersHorizontal, User, Users } from 'lucide-react';
import { LiveDot } from '../features/calls/live-dot.tsx';
import type { LiveState } from '../features/calls/live-state.ts';
import { useRunningCount } from '../features/calls/use-running-count.ts';
import { cn } from '../ui/cn.ts';
import { Logo } from '../ui/logo.tsx';
import { NavItem } from './nav-item.tsx';

interface Entry {
  readonly to: NonNullable<LinkProps['to']>;
  /** Another page that belongs to the same entry. */
  readonly also?: string;
  readonly name: string;
  readonly icon: LucideIcon;
  readonly permission: Permission;
}

const WORK: readonly Entry[] = [
  { to: '/calls', name: 'Calls', icon: Phone, permission: 'calls.read' },
  { to: '/leads', name: 'Leads', icon: User, permission: 'leads.read' },
  { to: '/knowledge/{-$articleId}', name: 'Knowledge base', icon: BookOpen, permission: 'knowledge.read' },
];
const TELEPHONY: readonly Entry[] = [
  { to: '/connections/{-$connectionId}', name: 'Connections', icon: Plug, permission: 'connections.read' },
];

const ORGANIZATION: readonly Entry[] = [
  { to: '/settings/members', name: 'Members', icon: Users, permission: 'members.read' },
  { to: '/settings/keys', name: 'API keys', icon: KeyRound, permission: 'apiKeys.read' },
  { to: '/settings/security', name: 'Security log', icon: Shield, permission: 'auditLog.read' },
  { to: '/settings/profile', also: '/settings/organization', name: 'Settings', icon: SlidersHorizontal, permission: 'organization.read' },
];

interface SidebarProps {
  readonly live: LiveState;
  readonly permissions: readonly Permission[];
  /** With words at any width, as in a phone's sheet. */
  readonly isWide?: boolean;
  readonly className?: string;
}

/** The pages that exist and that one may see; at its foot what happens now. */
export function Sidebar({ live, permissions, isWide, className }: SidebarProps) {
  const running = useRunningCount();
  const sections = [
    { name: null, entries: WORK },
    { name: 'Telephony', entries: TELEPHONY },
    { name: 'Organisation', entries: ORGANIZATION },
  ].map((section) => ({ ...section, entries: section.entries.filter((entry) => permissions.includes(entry.permission)) }));
  return (
    <aside
      aria-label="Ringfence"
      className={cn('flex min-h-0 flex-1 flex-col px-3 pt-2 pb-3 text-sidebar-foreground', !isWide && 'rail', className)}
    >
      <Link
        to="/calls"
        className="flex h-12 items-center gap-2 rounded-control px-2 text-touch font-semibold tracking-[-0.01em] text-sidebar-accent-foreground rail:justify-center rail:px-0"
      >
        <Logo />
        <span className="rail:sr-only">Ringfence</span>
      </Link>
      <nav aria-label="Main" className="flex flex-col gap-4 overflow-y-auto pt-1 rail:gap-2">
        {sections.map(({ name, entries }) =>
          entries.length === 0 ? null : (
            <section key={name} aria-label={name ?? 'Work'} className={cn(name && 'rail:border-t rail:border-sidebar-border rail:pt-2')}>
              {name ? <h2 className="px-2 pb-1 text-caption text-muted-foreground rail:sr-only">{name}</h2> : null}
              <ul className="grid gap-px">
                {entries.map((entry) => (
                  <NavItem key={entry.name} to={entry.to} also={entry.also} name={entry.name} icon={entry.icon} />
                ))}
              </ul>
            </section>
          ),
        )}
      </nav>
      <section aria-label="Now" className="mt-auto border-t border-sidebar-border px-2 pt-2.5 rail:px-0">
        <LiveDot state={live} />
        <Link
          to="/calls"
          search={{ status: 'in-progress' }}
          title="Calls in progress"
          className="eased -mx-2 flex h-7 items-center gap-2.5 rounded-control px-2 hover:bg-sidebar-accent rail:mx-0 rail:justify-center rail:gap-1 rail:px-0"
        >
          <CircleDot className="size-4 stroke-[2.25] text-status-in-progress" aria-hidden="true" />
          <span className="rail:sr-only">In progress</span>
          <b className="ml-auto font-strong text-sidebar-accent-foreground rail:ml-0 rail:text-caption">{running ?? '–'}</b>
        </Link>
      </section>
    </aside>
  );
}
