import { bigint, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, instant, tenantId } from './columns.ts';

/** As `schema.ts`, for what migrations/0027_draft_contents.sql makes. */
export const draftContents = pgTable(
  'draft_contents',
  {
    tenantId: tenantId(),
    draftId: uuid('draft_id').notNull(),
    revision: bigint('revision', { mode: 'number' }).notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.draftId] })],
);

export const draftFields = pgTable(
  'draft_fields',
  {
    tenantId: tenantId(),
    draftId: uuid('draft_id').notNull(),
    path: text('path').notNull(),
    value: jsonb('value').notNull(),
    stamp: bigint('stamp', { mode: 'number' }).notNull(),
    revision: bigint('revision', { mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.draftId, table.path] })],
);

export const draftHandoffs = pgTable(
  'draft_handoffs',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    draftId: uuid('draft_id').notNull(),
    tokenHash: bytea('token_hash').notNull(),
    ownerHash: bytea('owner_hash').notNull(),
    purpose: text('purpose').$type<'photosAndSignatures'>().notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    bearerHash: bytea('bearer_hash'),
    claimedAt: instant('claimed_at'),
    seenAt: instant('seen_at'),
    endedAt: instant('ended_at'),
    endedBy: text('ended_by').$type<'computer' | 'phone' | 'sending'>(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
);
