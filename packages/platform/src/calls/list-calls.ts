import type { ListCalls } from '@ringfence/domain/calls';
import type { TenantReader } from '@ringfence/tenancy';
import { readCursor } from '../paging/cursor.ts';
import { DEFAULT_LIMIT, type PageOf, takePage } from '../paging/take-page.ts';
import { findCalls } from './find-calls.ts';
import type { CallItem } from './select-calls.ts';

/** A page of calls, newest first. @throws InvalidInput for a cursor that isn't this organisation's. */
export async function listCalls(db: TenantReader, { cursor, limit = DEFAULT_LIMIT, ...filters }: ListCalls): Promise<PageOf<CallItem>> {
  const place = cursor === undefined ? undefined : readCursor(db.orgId, cursor);
  const rows = await findCalls(db, { ...filters, limit: limit + 1, afterAt: place?.at.toISOString(), afterId: place?.id });
  return takePage(db.orgId, rows, limit, (call) => ({ at: call.startedAt, id: call.id }));
}
