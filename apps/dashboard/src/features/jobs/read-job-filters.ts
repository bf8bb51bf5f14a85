import type { JobFilters } from './job-filters.ts';
import { JOB_ORDER } from './job-look.ts';

/** The filter of an address; a state that isn't one is left out. */
export function readJobFilters(search: Record<string, unknown>): JobFilters {
  const state = JOB_ORDER.find((known) => known === search['state']);
  return state ? { state } : {};
}
