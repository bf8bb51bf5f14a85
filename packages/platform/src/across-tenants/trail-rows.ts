import type { AuditAction, AuditDetail } from '@ringfence/domain/audit-log';
import type { Attempt } from './attempt.ts';
import type { Owner } from './find-owners.ts';

/** A row of the trail before it is known in whose name it may stand. */
export interface TrailRow {
  readonly orgId: string;
  readonly action: AuditAction;
  readonly target: string | null;
  readonly procedure: string;
  readonly detail: AuditDetail;
  /** Who tried, where the row is their own organisation's; null in everybody else's: it says nothing of them. */
  readonly by: Pick<Attempt, 'actor' | 'address'> | null;
}

/** A request may name very many ids: beyond these, both organisations are told how many more there were. */
const MOST_ROWS = 10;

/** What an attempt leaves in the organisations it touched; nothing at all where every id is one's own or nobody's. */
export function trailRows(attempt: Attempt, owners: ReadonlyMap<string, readonly Owner[]>): TrailRow[] {
  const { orgId, procedure, count } = attempt;
  const detail: AuditDetail = { surface: attempt.surface, ...(count > 1 ? { count } : {}) };
  const own = (action: AuditAction, target: string | null, more: AuditDetail = {}): TrailRow[] =>
    orgId === null ? [] : [{ orgId, action, target, procedure, detail: { ...detail, ...more }, by: attempt }];
  if (attempt.how === 'unexamined') return own('crossing.unexamined', null);
  const crossed = attempt.ids.filter((id) => isForeign(owners.get(id), orgId));
  const shown = crossed.slice(0, MOST_ROWS);
  const more: AuditDetail = crossed.length > shown.length ? { more: crossed.length - shown.length } : {};
  return [
    ...(attempt.how === 'not-admitted' ? own('crossing.entry', null) : []),
    ...(attempt.how === 'refused-write' ? own('crossing.write', null) : []),
    ...shown.flatMap((id) => [
      ...own('crossing.attempt', id, more),
      ...(owners.get(id) ?? []).map((owner): TrailRow => ({
        orgId: owner.orgId,
        action: 'crossing.named',
        target: id,
        procedure,
        detail: { ...detail, ...more, foundIn: owner.foundIn },
        by: null,
      })),
    ]),
  ];
}

function isForeign(owners: readonly Owner[] | undefined, orgId: string | null): boolean {
  return owners !== undefined && !owners.some((owner) => owner.orgId === orgId);
}
