import { bigint, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant, tenantId } from './columns.ts';

/** As `schema.ts`, for what migrations/0019_exports.sql makes. */
export const reportExports = pgTable(
  'report_exports',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    createdBy: uuid('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    language: text('language').$type<'de' | 'en'>().notNull(),
    filter: jsonb('filter').notNull(),
    total: integer('total'),
    done: integer('done').notNull().default(0),
    startedAt: instant('started_at'),
    finishedAt: instant('finished_at'),
    byteSize: bigint('byte_size', { mode: 'number' }),
    failedAt: instant('failed_at'),
    cancelledAt: instant('cancelled_at'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
);
