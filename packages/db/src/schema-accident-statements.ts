import { bigint, boolean, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, instant, tenantId } from './columns.ts';

type Side = 'a' | 'b';

/** As `schema.ts`, for what migrations/0028_accident_statements.sql makes. */
export const accidentStatements = pgTable(
  'accident_statements',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    content: jsonb('content').notNull().default({}),
    writtenBy: jsonb('written_by').$type<Record<string, Side>>().notNull().default({}),
    version: integer('version').notNull().default(1),
    readyA: boolean('ready_a').notNull().default(false),
    readyB: boolean('ready_b').notNull().default(false),
    createdAt: instant('created_at').notNull(),
    changedAt: instant('changed_at').notNull(),
    frozenAt: instant('frozen_at'),
    closedAt: instant('closed_at'),
    documentId: uuid('document_id'),
    documentSha256: bytea('document_sha256'),
    documentSize: bigint('document_size', { mode: 'number' }),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
);

export const accidentStatementParties = pgTable(
  'accident_statement_parties',
  {
    tenantId: tenantId(),
    statementId: uuid('statement_id').notNull(),
    side: text('side').$type<Side>().notNull(),
    tokenHash: bytea('token_hash').notNull(),
    language: text('language').notNull(),
    joinedAt: instant('joined_at').notNull(),
    reportId: uuid('report_id'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.statementId, table.side] })],
);

export const accidentStatementPairings = pgTable(
  'accident_statement_pairings',
  {
    tenantId: tenantId(),
    tokenHash: bytea('token_hash').notNull(),
    statementId: uuid('statement_id').notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
    usedBy: bytea('used_by'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.tokenHash] })],
);

export const accidentStatementSignatures = pgTable(
  'accident_statement_signatures',
  {
    tenantId: tenantId(),
    statementId: uuid('statement_id').notNull(),
    side: text('side').$type<Side>().notNull(),
    id: uuid('id').notNull(),
    factsSha256: bytea('facts_sha256').notNull(),
    name: text('name').notNull(),
    signature: jsonb('signature').notNull(),
    signedAt: instant('signed_at').notNull(),
    device: text('device').$type<Side>().notNull(),
    ip: text('ip'),
    userAgent: text('user_agent'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.statementId, table.side] })],
);
