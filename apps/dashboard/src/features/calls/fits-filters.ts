import type { CallFilters } from './call-filters.ts';
import type { CallItem } from './call-item.ts';

/** Whether a call that has just come belongs into a filtered list. What a search finds the server alone knows. */
export function fitsFilters(call: CallItem, filters: CallFilters): boolean {
  if (filters.search) return false;
  if (filters.direction && filters.direction !== call.direction) return false;
  return !filters.status || filters.status === call.status;
}
