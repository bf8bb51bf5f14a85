import { Link, type LinkProps } from '@tanstack/react-router';
import type { Permission } from '@ringfence/domain';
import {
  AudioLines,
  BookOpen,
  CircleDot,
  Clock,
  KeyRound,
  type LucideIcon,
  Phone,
  Plug,
  Shield,
  SlidersHorizontal,
  TriangleAlert,
  User,
  Users,
} from 'lucide-react';
import { LiveDot } from '../features/calls/live-dot.tsx';
import type { LiveState } from '../features/calls/live-state.ts';
import { useRunningCount } from '../features/calls/use-running-count.ts';
import { useQueueTotals } from '../features/recordings/use-queue-totals.ts';
import { cn } from '../ui/cn.ts';
import { Logo } from '../ui/logo.tsx';
import { NavItem } from './nav-item.tsx';
import { NOW_LINK, NowCount } from './now-count.tsx';

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
  { to: '/recordings', also: '/jobs', name: 'Recordings', icon: AudioLines, permission: 'recordings.play' },
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
  const queue = useQueueTotals().data;
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
                  <NavItem
                    key={entry.name}
                    to={entry.to}
                    also={entry.also}
                    name={entry.name}
                    icon={entry.icon}
                    badCount={entry.to === '/recordings' ? (queue?.failed ?? 0) : 0}
                  />
                ))}
              </ul>
            </section>
          ),
        )}
      </nav>
      <section aria-label="Now" className="mt-auto border-t border-sidebar-border px-2 pt-2.5 rail:px-0">
        <LiveDot state={live} />
        <Link to="/calls" search={{ status: 'in-progress' }} title="Calls in progress" className={NOW_LINK}>
          <NowCount name="In progress" icon={CircleDot} color="text-status-in-progress" count={running} />
        </Link>
        <Link to="/recordings" search={{ state: 'waiting' }} title="Recordings that wait to be fetched" className={NOW_LINK}>
          <NowCount name="Waiting" icon={Clock} color="text-muted-foreground" count={queue?.waiting.toLocaleString('en') ?? null} />
        </Link>
        <Link to="/recordings" search={{ state: 'failed' }} title="Recordings that failed" className={NOW_LINK}>
          <NowCount
            name="Failed"
            icon={TriangleAlert}
            color={queue?.failed ? 'text-status-failed' : 'text-muted-foreground'}
            count={queue?.failed.toLocaleString('en') ?? null}
          />
        </Link>
      </section>
    </aside>
  );
}
