import { Link } from '@tanstack/react-router';
import { LINK_TAB, LinkTabs } from '../../ui/link-tabs.tsx';
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
    <LinkTabs label="Direction">
      {VIEWS.map(({ direction, name }) => (
        <Link
          key={name}
          to="/calls"
          search={direction ? { ...others, direction } : others}
          replace
          activeOptions={{ exact: true }}
          className={LINK_TAB}
        >
          {name}
        </Link>
      ))}
    </LinkTabs>
  );
}
