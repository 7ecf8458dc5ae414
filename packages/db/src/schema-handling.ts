import { boolean, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant, tenantId } from './columns.ts';

/** As `schema.ts`, for what migrations/0013_presence_and_rules.sql makes. */
export const reportPresence = pgTable(
  'report_presence',
  {
    tenantId: tenantId(),
    reportId: uuid('report_id').notNull(),
    viewId: uuid('view_id').notNull(),
    staffUserId: uuid('staff_user_id').notNull(),
    editing: boolean('editing').notNull(),
    since: instant('since').notNull(),
    seenAt: instant('seen_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.reportId, table.viewId] })],
);

export const ruleRuns = pgTable(
  'rule_runs',
  {
    tenantId: tenantId(),
    ruleId: uuid('rule_id').notNull(),
    reportId: uuid('report_id').notNull(),
    stay: instant('stay').notNull(),
    ranAt: instant('ran_at').notNull(),
    outcome: text('outcome').$type<'sent' | 'internal' | 'nobody'>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.ruleId, table.reportId, table.stay] })],
);
