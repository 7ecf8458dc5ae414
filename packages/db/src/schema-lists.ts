import { boolean, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant, tenantId } from './columns.ts';

export const staffPreferences = pgTable(
  'staff_preferences',
  { tenantId: tenantId(), staffUserId: uuid('staff_user_id').notNull(), content: jsonb('content').notNull() },
  (table) => [primaryKey({ columns: [table.tenantId, table.staffUserId] })],
);

export const savedViews = pgTable(
  'saved_views',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    staffUserId: uuid('staff_user_id').notNull(),
    shared: boolean('shared').notNull(),
    name: text('name').notNull(),
    content: jsonb('content').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
);

export const handlingBatches = pgTable(
  'handling_batches',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    staffUserId: uuid('staff_user_id').notNull(),
    change: jsonb('change').notNull(),
    createdAt: instant('created_at').notNull(),
    reversedAt: instant('reversed_at'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
);

export const handlingBatchReports = pgTable(
  'handling_batch_reports',
  {
    tenantId: tenantId(),
    batchId: uuid('batch_id').notNull(),
    reportId: uuid('report_id').notNull(),
    outcome: text('outcome').$type<'changed' | 'unchanged' | 'failed'>().notNull(),
    before: jsonb('before'),
    after: jsonb('after'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.batchId, table.reportId] })],
);
