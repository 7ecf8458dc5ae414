import { bigint, boolean, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, instant, tenantId } from './columns.ts';

/** As `schema.ts`, for what migrations/0016_messages.sql makes. */
export const messageReadings = pgTable(
  'message_readings',
  {
    tenantId: tenantId(),
    staffUserId: uuid('staff_user_id').notNull(),
    reportId: uuid('report_id').notNull(),
    readThrough: instant('read_through').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.staffUserId, table.reportId] })],
);

export const messageFiles = pgTable(
  'message_files',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    reportId: uuid('report_id').notNull(),
    messageId: uuid('message_id'),
    approvalId: uuid('approval_id'),
    position: integer('position').notNull().default(0),
    staffUserId: uuid('staff_user_id'),
    kind: text('kind').$type<'photo' | 'pdf'>().notNull(),
    mediaType: text('media_type').notNull(),
    fileName: text('file_name').notNull(),
    byteSize: bigint('byte_size', { mode: 'number' }).notNull(),
    sha256: bytea('sha256').notNull(),
    redactionId: uuid('redaction_id'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
);

export const responseTemplates = pgTable(
  'response_templates',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    title: text('title').notNull(),
    body: text('body').notNull(),
    isSample: boolean('is_sample').notNull().default(false),
    changedAt: instant('changed_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
);
