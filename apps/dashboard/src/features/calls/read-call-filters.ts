import { CALL_DIRECTIONS, CALL_STATUSES } from '@ringfence/domain/calls';
import type { CallFilters } from './call-filters.ts';

const MAX_SEARCH_LENGTH = 200;

/** Filters from an address that anybody may have typed: what isn't known is left out. */
export function readCallFilters(search: Record<string, unknown>): CallFilters {
  const direction = CALL_DIRECTIONS.find((known) => known === search['direction']);
  const status = CALL_STATUSES.find((known) => known === search['status']);
  const words = typeof search['search'] === 'string' ? search['search'].trim().slice(0, MAX_SEARCH_LENGTH) : '';
  return { ...(direction && { direction }), ...(status && { status }), ...(words && { search: words }) };
}
