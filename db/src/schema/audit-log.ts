import { AUDIT_KINDS, type AuditDetail } from '@ringfence/domain/audit-log';
import { sql } from 'drizzle-orm';
import { foreignKey, index, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { organizations } from './organizations.ts';

/** What was done, by whom, to what, and attempts to cross. Rows are added and read, never changed. */
export const auditLog = pgTable(
  'audit_log',
  {
    orgId: uuid('org_id').notNull(),
    id: uuid('id')
      .notNull()
      .default(sql`public.uuid_v7()`),
    at: timestamp('at', { withTimezone: true, precision: 3 })
      .notNull()
      .default(sql`clock_timestamp()`),
    actorKind: text('actor_kind').notNull(),
    actorId: text('actor_id').notNull(),
    action: text('action').notNull(),
    target: text('target'),
    reason: text('reason'),
    procedure: text('procedure'),
    address: text('address'),
    detail: jsonb('detail')
      .$type<AuditDetail>()
      .notNull()
      .default(sql`'{}'::jsonb`),
    kind: text('kind', { enum: AUDIT_KINDS })
      .notNull()
      .generatedAlwaysAs(sql`case when starts_with(action, 'crossing.') then 'crossing' else 'changes' end`),
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.id] }),
    foreignKey({ columns: [table.orgId], foreignColumns: [organizations.orgId] }).onDelete('cascade'),
    index('idx_audit_log_org_at').on(table.orgId, table.at.desc().nullsFirst(), table.id.desc().nullsFirst()),
    index('idx_audit_log_org_kind_at').on(table.orgId, table.kind, table.at.desc().nullsFirst(), table.id.desc().nullsFirst()),
    index('idx_audit_log_org_action_at').on(table.orgId, table.action, table.at.desc().nullsFirst(), table.id.desc().nullsFirst()),
  ],
);
