import { integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant, tenantId } from './columns.ts';

/** As `schema.ts`, for what migrations/0018_missing_items.sql makes. */
export const itemRequests = pgTable(
  'item_requests',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    reportId: uuid('report_id').notNull(),
    requestedAt: instant('requested_at').notNull(),
    requestedBy: uuid('requested_by').notNull(),
    channel: text('channel').$type<'sms' | 'email' | 'none'>().notNull(),
    note: text('note'),
    completedAt: instant('completed_at'),
    withdrawnAt: instant('withdrawn_at'),
    withdrawnBy: uuid('withdrawn_by'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
);

type Values = Record<string, string | number | boolean | string[] | null>;

export const requestedItems = pgTable(
  'requested_items',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    requestId: uuid('request_id').notNull(),
    reportId: uuid('report_id').notNull(),
    position: integer('position').notNull(),
    kind: text('kind').$type<'photo' | 'field' | 'answer' | 'signature'>().notNull(),
    subject: text('subject').notNull(),
    reason: text('reason').$type<'missing' | 'blurred' | 'dark' | 'wrongPart' | 'incorrect' | 'unclear' | 'other'>().notNull(),
    note: text('note'),
    requestedAt: instant('requested_at').notNull(),
    requestedBy: uuid('requested_by').notNull(),
    replacesPhotoId: uuid('replaces_photo_id'),
    providedAt: instant('provided_at'),
    photoId: uuid('photo_id'),
    refusedAt: instant('refused_at'),
    before: jsonb('before').$type<Values>(),
    after: jsonb('after').$type<Values>(),
    withdrawnAt: instant('withdrawn_at'),
    withdrawnBy: uuid('withdrawn_by'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
);

export const itemReminders = pgTable(
  'item_reminders',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    requestId: uuid('request_id').notNull(),
    reportId: uuid('report_id').notNull(),
    staffUserId: uuid('staff_user_id'),
    channel: text('channel').$type<'sms' | 'email'>().notNull(),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
);
