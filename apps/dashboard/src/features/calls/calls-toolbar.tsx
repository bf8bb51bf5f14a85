import { type Ref, useCallback } from 'react';
import { ClearFilters } from '../../ui/clear-filters.tsx';
import { CopyLinkButton } from '../../ui/copy-link-button.tsx';
import { FilterChip } from '../../ui/filter-chip.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { useTimeZone } from '../../ui/time/time-zone.ts';
import type { CallFilters } from './call-filters.ts';
import { DirectionTabs } from './direction-tabs.tsx';
import { STATUS_OPTIONS } from './status-options.ts';

interface CallsToolbarProps {
  readonly filters: CallFilters;
  readonly onChange: (filters: CallFilters) => void;
  readonly searchRef: Ref<HTMLInputElement>;
}

/** The list's heading, its filters as the address has them, and the zone of its days and hours. */
export function CallsToolbar({ filters, onChange, searchRef }: CallsToolbarProps) {
  const zone = useTimeZone();
  const { search = '', status } = filters;
  const find = useCallback((words: string) => onChange({ ...filters, search: words || undefined }), [filters, onChange]);
  const isFiltered = Boolean(filters.direction ?? status ?? filters.search);
  return (
    <div className="shrink-0">
      <div className="flex h-12 items-center gap-1.5 pr-3 pl-4">
        <h1 className="pr-3 text-title font-semibold tracking-[-0.01em] max-tablet:pr-1.5">Calls</h1>
        <DirectionTabs filters={filters} />
        <span className="flex-1" />
        <span className="truncate text-caption text-muted-foreground max-tablet:hidden">Times in {zone}</span>
        <span className="max-tablet:hidden">
          <CopyLinkButton look="ghost" />
        </span>
      </div>
      <search aria-label="Filter calls" className="scrollbar-none flex items-center gap-1.5 overflow-x-auto px-4 pb-2.5 max-tablet:pt-0.5">
        <SearchField ref={searchRef} label="Search calls" placeholder="Number or name" value={search} onSearch={find} />
        <FilterChip label="Status" value={status} options={STATUS_OPTIONS} onChange={(next) => onChange({ ...filters, status: next })} />
        {isFiltered ? <ClearFilters to="/calls" /> : null}
      </search>
    </div>
  );
}
