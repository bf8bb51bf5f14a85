import { Link } from '@tanstack/react-router';
import type { CallFilters } from './call-filters.ts';

const VIEWS = [
  { direction: undefined, name: 'All calls' },
  { direction: 'inbound', name: 'Inbound' },
  { direction: 'outbound', name: 'Outbound' },
] as const;

/** The filter by direction, as tabs that are links: the address says which one is open. */
export function DirectionTabs({ filters }: { readonly filters: CallFilters }) {
  const { direction: _chosen, ...others } = filters;
  return (
    <nav aria-label="Direction" className="flex min-w-0 items-center gap-0.5">
      {VIEWS.map(({ direction, name }) => (
        <Link
          key={name}
          to="/calls"
          search={direction ? { ...others, direction } : others}
          replace
          activeOptions={{ exact: true }}
          className="eased flex h-7 items-center rounded-control px-2.5 font-medium whitespace-nowrap text-muted-foreground hover:bg-accent hover:text-accent-foreground aria-[current=page]:bg-secondary aria-[current=page]:text-foreground max-tablet:h-9"
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
