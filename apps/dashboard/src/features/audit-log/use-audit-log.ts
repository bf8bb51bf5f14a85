import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useApi, useApiClient } from '../../app/api.ts';
import { pagesOptions } from '../../app/pages-options.ts';
import { dayStart, nextDay } from '../../ui/time/day-start.ts';
import { useTimeZone } from '../../ui/time/time-zone.ts';
import type { LogFilters } from './log-filters.ts';

const PAGE_SIZE = 50;

/** The entries that fit, newest first, page by page. Never kept: an attempt of a moment ago is what one looks for. */
export function useAuditLog({ kind, action, from, to }: LogFilters) {
  const api = useApi();
  const client = useApiClient();
  const zone = useTimeZone();
  const input = {
    ...(kind && { kind }),
    ...(action && { action }),
    ...(from && { from: dayStart(from, zone).toISOString() }),
    ...(to && { to: dayStart(nextDay(to), zone).toISOString() }),
    limit: PAGE_SIZE,
  };
  const key = api.auditLog.list.queryKey(input);
  const options = pagesOptions(key, (page, request) => client.auditLog.list.query({ ...input, ...page }, request));
  return useInfiniteQuery({ ...options, staleTime: 0, placeholderData: keepPreviousData });
}
