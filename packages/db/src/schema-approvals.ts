import { bigint, boolean, date, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, instant, tenantId } from './columns.ts';

/** As `schema.ts`, for what migrations/0017_approvals.sql makes. */
export const approvals = pgTable(
  'approvals',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    reportId: uuid('report_id').notNull(),
    kind: text('kind').$type<'extraWork' | 'delay'>().notNull(),
    reason: text('reason').notNull(),
    amountCents: bigint('amount_cents', { mode: 'number' }),
    includesVat: boolean('includes_vat'),
    readyOn: date('ready_on'),
    askedAt: instant('asked_at').notNull(),
    askedBy: uuid('asked_by').notNull(),
    withdrawnAt: instant('withdrawn_at'),
    withdrawnBy: uuid('withdrawn_by'),
    answer: text('answer').$type<'yes' | 'no'>(),
    comment: text('comment'),
    answeredAt: instant('answered_at'),
    signerName: text('signer_name'),
    signature: jsonb('signature'),
    ip: text('ip'),
    userAgent: text('user_agent'),
    answerId: uuid('answer_id'),
    documentId: uuid('document_id'),
    documentSha256: bytea('document_sha256'),
    documentByteSize: integer('document_byte_size'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
);

export const approvalPhotos = pgTable(
  'approval_photos',
  {
    tenantId: tenantId(),
    approvalId: uuid('approval_id').notNull(),
    photoId: uuid('photo_id').notNull(),
    position: integer('position').notNull(),
    sha256: bytea('sha256').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.approvalId, table.photoId] })],
);
