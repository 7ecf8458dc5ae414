import { bigint, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, instant, tenantId } from './columns.ts';

/** As `schema.ts`, for what migrations/0025_photo_privacy.sql makes. */
export const photoRedactions = pgTable(
  'photo_redactions',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    photoId: uuid('photo_id').notNull(),
    areas: jsonb('areas').notNull(),
    byteSize: bigint('byte_size', { mode: 'number' }).notNull(),
    sha256: bytea('sha256').notNull(),
    madeBy: uuid('made_by').notNull(),
    madeAt: instant('made_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
);

export const originalOpenings = pgTable(
  'original_openings',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    photoId: uuid('photo_id').notNull(),
    openedBy: uuid('opened_by').notNull(),
    openedAt: instant('opened_at').notNull(),
    reason: text('reason').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
);
