import type { LucideIcon } from 'lucide-react';

/** How a count at the sidebar's foot looks: a link to what it counts. */
export const NOW_LINK =
  'eased -mx-2 flex h-7 items-center gap-2.5 rounded-control px-2 hover:bg-sidebar-accent max-tablet:h-9 rail:mx-0 rail:justify-center rail:gap-1 rail:px-0';

interface NowCountProps {
  readonly name: string;
  readonly icon: LucideIcon;
  readonly color: string;
  /** null while it isn't known. */
  readonly count: string | null;
}

/** What happens just now, as a count; on the rail without its word. */
export function NowCount({ name, icon: Icon, color, count }: NowCountProps) {
  return (
    <>
      <Icon className={`size-4 stroke-[2.25] ${color}`} aria-hidden="true" />
      <span className="rail:sr-only">{name}</span>
      <b className="ml-auto font-strong text-sidebar-accent-foreground rail:ml-0 rail:text-caption">{count ?? '–'}</b>
    </>
  );
}
