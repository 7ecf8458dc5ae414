import { date, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, instant, tenantId } from './columns.ts';

/** As `schema.ts`, for what migrations/0015_appointments.sql makes. */
export const reportScheduling = pgTable(
  'report_scheduling',
  {
    tenantId: tenantId(),
    reportId: uuid('report_id').notNull(),
    lastRound: integer('last_round').notNull().default(0),
    turn: text('turn').$type<'customer' | 'staff'>(),
    turnSince: instant('turn_since'),
    agreedServices: jsonb('agreed_services'),
    agreedVersion: integer('agreed_version').notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.reportId] })],
);

export const appointmentRounds = pgTable(
  'appointment_rounds',
  {
    tenantId: tenantId(),
    reportId: uuid('report_id').notNull(),
    number: integer('number').notNull(),
    kind: text('kind').$type<'wishes' | 'proposal' | 'declined' | 'confirmed' | 'cancelled'>().notNull(),
    staffUserId: uuid('staff_user_id'),
    at: instant('at').notNull(),
    note: text('note'),
    wishes: jsonb('wishes').$type<{ day: string; part: 'morning' | 'afternoon' }[]>().notNull().default([]),
    notPossibleOn: date('not_possible_on').array().notNull().default([]),
    services: jsonb('services'),
    slots: jsonb('slots').$type<{ startsAt: string; endsAt: string }[]>().notNull().default([]),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.reportId, table.number] })],
);

export const appointments = pgTable(
  'appointments',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    reportId: uuid('report_id').notNull(),
    sequence: integer('sequence').notNull().default(0),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    confirmedBy: uuid('confirmed_by'),
    confirmedAt: instant('confirmed_at').notNull(),
    note: text('note'),
    cancelledAt: instant('cancelled_at'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
);

export const calendarFeeds = pgTable(
  'calendar_feeds',
  { tenantId: tenantId(), staffUserId: uuid('staff_user_id').notNull(), tokenHash: bytea('token_hash').notNull(), createdAt: instant('created_at').notNull() },
  (table) => [primaryKey({ columns: [table.tenantId, table.staffUserId] })],
);

export const proposalReminders = pgTable(
  'proposal_reminders',
  { tenantId: tenantId(), reportId: uuid('report_id').notNull(), round: integer('round').notNull(), number: integer('number').notNull(), dueAt: instant('due_at').notNull() },
  (table) => [primaryKey({ columns: [table.tenantId, table.reportId, table.round, table.number] })],
);
