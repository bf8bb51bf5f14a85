import { AUDIT_KINDS } from '@ringfence/domain/audit-log';
import type { LogFilters } from './log-filters.ts';

const ACTION = /^[a-z][a-z0-9.-]{0,99}$/;
const DAY = /^(?!0000)\d{4}-\d\d-\d\d$/;

/** Filters from an address that anybody may have typed: what can't be is left out. */
export function readLogFilters(search: Record<string, unknown>): LogFilters {
  const kind = AUDIT_KINDS.find((known) => known === search['kind']);
  const action = wordIn(search['action'], ACTION);
  const [from, to] = [dayIn(search['from']), dayIn(search['to'])];
  return { ...(kind && { kind }), ...(action && { action }), ...(from && { from }), ...(to && { to }) };
}

function wordIn(value: unknown, form: RegExp): string | undefined {
  return typeof value === 'string' && form.test(value) ? value : undefined;
}

/** A day that is in the calendar: not the 30th of February. */
function dayIn(value: unknown): string | undefined {
  const day = wordIn(value, DAY);
  const at = day === undefined ? Number.NaN : Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== day ? undefined : day;
}
