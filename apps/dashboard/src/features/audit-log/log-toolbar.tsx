import { AUDIT_ACTIONS } from '@ringfence/domain/audit-log';
import { Link } from '@tanstack/react-router';
import { ClearFilters } from '../../ui/clear-filters.tsx';
import { DateChip } from '../../ui/date-chip.tsx';
import { FilterChip } from '../../ui/filter-chip.tsx';
import { LINK_TAB, LinkTabs } from '../../ui/link-tabs.tsx';
import { useTimeZone } from '../../ui/time/time-zone.ts';
import { actionWords } from './action-words.ts';
import type { LogFilters } from './log-filters.ts';

const VIEWS = [
  { kind: undefined, name: 'Everything' },
  { kind: 'crossing', name: 'Attempts to cross' },
  { kind: 'changes', name: 'Changes' },
] as const;

interface LogToolbarProps {
  readonly filters: LogFilters;
  readonly onChange: (filters: LogFilters) => void;
}

/** The log's heading, and its filters as the address has them. */
export function LogToolbar({ filters, onChange }: LogToolbarProps) {
  const zone = useTimeZone();
  const { kind, action, from, to } = filters;
  const isFiltered = Boolean(kind ?? action ?? from ?? to);
  return (
    <div className="shrink-0">
      <div className="flex min-h-12 flex-wrap items-center gap-x-1.5 pr-3 pl-4 max-tablet:pt-2.5">
        <h1 className="pr-3 text-title font-semibold tracking-[-0.01em]">Security log</h1>
        <LinkTabs label="Kind">
          {VIEWS.map((view) => (
            <Link
              key={view.name}
              to="/settings/security"
              search={{ ...(view.kind && { kind: view.kind }), from, to }}
              replace
              activeOptions={{ exact: true }}
              aria-current={view.kind === kind ? 'page' : undefined}
              className={LINK_TAB}
            >
              {view.name}
            </Link>
          ))}
        </LinkTabs>
        <span className="flex-1" />
        <span className="truncate text-caption text-muted-foreground max-tablet:hidden">Times in {zone}</span>
      </div>
      <search
        aria-label="Filter the log"
        className="scrollbar-none flex items-center gap-1.5 overflow-x-auto px-4 pb-2.5 max-tablet:pt-0.5"
      >
        <FilterChip label="What" value={action} options={optionsFor(filters)} onChange={(next) => onChange({ ...filters, action: next })} />
        <DateChip label="From" value={from} onChange={(next) => onChange({ ...filters, from: next })} />
        <DateChip label="To" value={to} onChange={(next) => onChange({ ...filters, to: next })} />
        {isFiltered ? <ClearFilters to="/settings/security" /> : null}
      </search>
    </div>
  );
}

/** What fits the kind that is open, and what the address asks for though no page knows it. */
function optionsFor({ kind, action }: LogFilters): { value: string; label: string }[] {
  const known = AUDIT_ACTIONS.filter((name) => !kind || name.startsWith('crossing.') === (kind === 'crossing'));
  const all = action && !known.some((name) => name === action) ? [...known, action] : known;
  return all.map((name) => ({ value: name, label: actionWords(name) }));
}
