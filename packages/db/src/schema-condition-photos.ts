import { bigint, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, instant, tenantId } from './columns.ts';

/** As `schema.ts`, for what migrations/0020_condition_photos.sql makes. */
export const conditionPhotos = pgTable(
  'condition_photos',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    reportId: uuid('report_id').notNull(),
    stage: text('stage').$type<'dropOff' | 'afterRepair' | 'handOver'>().notNull(),
    shotId: text('shot_id').notNull(),
    comparesPhotoId: uuid('compares_photo_id'),
    takenBy: uuid('taken_by').notNull(),
    takenAt: instant('taken_at').notNull(),
    uploadedAt: instant('uploaded_at').notNull(),
    fileId: uuid('file_id').notNull(),
    mediaType: text('media_type').notNull(),
    byteSize: bigint('byte_size', { mode: 'number' }).notNull(),
    sha256: bytea('sha256').notNull(),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    redactionId: uuid('redaction_id'),
    removedAt: instant('removed_at'),
    removedBy: uuid('removed_by'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
);
