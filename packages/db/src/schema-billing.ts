import { bigint, boolean, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, instant, tenantId } from './columns.ts';

// As migrations/0031_billing.sql makes them, and 0033_billing_events.sql. Amounts are whole cents; Chargebee is the authority, its resources are copied by version.

const cents = (name: string) => bigint(name, { mode: 'number' }).notNull();
const resourceVersion = () => bigint('resource_version', { mode: 'number' }).notNull();

export const billingAccounts = pgTable('billing_accounts', {
  tenantId: uuid('tenant_id').primaryKey(),
  email: text('email').notNull(),
  language: text('language').$type<'de' | 'en'>().notNull().default('de'),
  company: text('company'),
  address: jsonb('address').$type<{ street: string; postalCode: string; city: string; country: string }>(),
  vatNumber: text('vat_number'),
  chosenItemPriceId: text('chosen_item_price_id'),
  chosenQuantity: integer('chosen_quantity'),
  chargebeeCustomerId: text('chargebee_customer_id'),
  stripeCustomerId: text('stripe_customer_id'),
  state: text('state').$type<'setup' | 'trial' | 'active' | 'pastDue' | 'suspended' | 'cancelled'>().notNull().default('setup'),
  stateSince: instant('state_since').notNull(),
  pastDueSince: instant('past_due_since'),
  invitedAt: instant('invited_at'),
  cancellationReason: text('cancellation_reason'),
  createdAt: instant('created_at').notNull(),
  customerVersion: bigint('customer_version', { mode: 'number' }).notNull().default(0),
  primaryPaymentSourceId: text('primary_payment_source_id'),
});

export const billingStateChanges = pgTable(
  'billing_state_changes',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    at: instant('at').notNull(),
    state: text('state').$type<'setup' | 'trial' | 'active' | 'pastDue' | 'suspended' | 'cancelled'>().notNull(),
    mrrCents: cents('mrr_cents'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
);

export const billingSubscriptions = pgTable(
  'billing_subscriptions',
  {
    tenantId: tenantId(),
    id: text('id').notNull(),
    status: text('status').notNull(),
    itemPriceId: text('item_price_id').notNull(),
    planName: text('plan_name').notNull(),
    quantity: integer('quantity').notNull(),
    unitAmountCents: cents('unit_amount_cents'),
    currency: text('currency').notNull(),
    period: integer('period').notNull(),
    periodUnit: text('period_unit').notNull(),
    mrrCents: cents('mrr_cents'),
    trialEndsAt: instant('trial_ends_at'),
    termEndsAt: instant('term_ends_at'),
    nextBillingAt: instant('next_billing_at'),
    cancelsAt: instant('cancels_at'),
    cancelledAt: instant('cancelled_at'),
    resourceVersion: resourceVersion(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
);

export const billingInvoices = pgTable(
  'billing_invoices',
  {
    tenantId: tenantId(),
    id: text('id').notNull(),
    subscriptionId: text('subscription_id'),
    status: text('status').$type<'pending' | 'payment_due' | 'posted' | 'paid' | 'not_paid' | 'voided'>().notNull(),
    issuedAt: instant('issued_at').notNull(),
    dueAt: instant('due_at'),
    paidAt: instant('paid_at'),
    totalCents: cents('total_cents'),
    amountDueCents: cents('amount_due_cents'),
    currency: text('currency').notNull(),
    resourceVersion: resourceVersion(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
);

export const billingTransactions = pgTable(
  'billing_transactions',
  {
    tenantId: tenantId(),
    id: text('id').notNull(),
    type: text('type').notNull(),
    status: text('status').notNull(),
    at: instant('at').notNull(),
    amountCents: cents('amount_cents'),
    currency: text('currency').notNull(),
    invoiceIds: text('invoice_ids').array().notNull().default([]),
    paymentSourceId: text('payment_source_id'),
    maskedAccount: text('masked_account'),
    errorCode: text('error_code'),
    errorText: text('error_text'),
    failedAt: instant('failed_at'),
    resourceVersion: resourceVersion(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
);

export const billingPaymentSources = pgTable(
  'billing_payment_sources',
  {
    tenantId: tenantId(),
    id: text('id').notNull(),
    type: text('type').notNull(),
    status: text('status').notNull(),
    holder: text('holder'),
    bankName: text('bank_name'),
    maskedIban: text('masked_iban'),
    mandateReference: text('mandate_reference'),
    isPrimary: boolean('is_primary').notNull().default(false),
    createdAt: instant('created_at').notNull(),
    deletedAt: instant('deleted_at'),
    resourceVersion: resourceVersion(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
);

export const billingMandates = pgTable(
  'billing_mandates',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    route: text('route').$type<'inline' | 'hosted'>().notNull(),
    textVersion: text('text_version').notNull(),
    textSha256: bytea('text_sha256').notNull(),
    textLanguage: text('text_language').$type<'de' | 'en'>().notNull(),
  textWords: jsonb('text_words').$type<{ heading: string; paragraphs: string[] }>().notNull(),
    startedAt: instant('started_at').notNull(),
    acceptedAt: instant('accepted_at'),
    acceptedIp: text('accepted_ip'),
    acceptedUserAgent: text('accepted_user_agent'),
    acceptedEmail: text('accepted_email'),
    vendorReference: text('vendor_reference'),
    paymentSourceId: text('payment_source_id'),
    mandateReference: text('mandate_reference'),
    maskedIban: text('masked_iban'),
    holder: text('holder'),
    completedAt: instant('completed_at'),
    failedAt: instant('failed_at'),
    failureCode: text('failure_code'),
    endedAt: instant('ended_at'),
    documentId: uuid('document_id'),
    documentSha256: bytea('document_sha256'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
);

export const billingNotices = pgTable(
  'billing_notices',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    kind: text('kind').notNull(),
    subject: text('subject').notNull(),
    data: jsonb('data').notNull().default({}),
    createdAt: instant('created_at').notNull(),
    announcedAt: instant('announced_at'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
);

export const billingAudit = pgTable('billing_audit', {
  id: uuid('id').primaryKey(),
  workshopId: uuid('workshop_id'),
  at: instant('at').notNull(),
  actor: text('actor').$type<'accountHolder' | 'operator' | 'vendor' | 'system'>().notNull(),
  actorId: uuid('actor_id'),
  type: text('type').notNull(),
  refused: boolean('refused').notNull().default(false),
  data: jsonb('data').notNull().default({}),
});

export const chargebeeEvents = pgTable('chargebee_events', {
  id: text('id').primaryKey(),
  eventType: text('event_type').notNull(),
  occurredAt: instant('occurred_at').notNull(),
  receivedAt: instant('received_at').notNull(),
  source: text('source').$type<'webhook' | 'reconciliation'>().notNull(),
  customerId: text('customer_id'),
  content: jsonb('content').notNull(),
  effects: jsonb('effects').$type<{ resource: string; id: string; effect: string }[]>(),
  appliedAt: instant('applied_at'),
  ignoredAt: instant('ignored_at'),
  failedAt: instant('failed_at'),
  failureCode: text('failure_code'),
  attemptCount: integer('attempt_count').notNull().default(0),
});

export const chargebeeReconciliations = pgTable('chargebee_reconciliations', {
  id: uuid('id').primaryKey(),
  startedAt: instant('started_at').notNull(),
  finishedAt: instant('finished_at'),
  readUntil: instant('read_until'),
  foundCount: integer('found_count'),
  missedCount: integer('missed_count'),
});

export const billingSignIns = pgTable('billing_sign_ins', {
  id: uuid('id').primaryKey(),
  purpose: text('purpose').$type<'signIn' | 'invitation' | 'emailChange'>().notNull(),
  email: text('email').notNull(),
  workshopId: uuid('workshop_id'),
  replacedEmail: text('replaced_email'),
  tokenHash: bytea('token_hash').notNull(),
  codeHash: bytea('code_hash'),
  wrongCodeCount: integer('wrong_code_count').notNull().default(0),
  createdAt: instant('created_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
  usedAt: instant('used_at'),
});

export const billingSessions = pgTable('billing_sessions', {
  idHash: bytea('id_hash').primaryKey(),
  email: text('email').notNull(),
  createdAt: instant('created_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
});

export const operatorUsers = pgTable('operator_users', {
  id: uuid('id').primaryKey(),
  email: text('email').notNull(),
  name: text('name').notNull(),
  language: text('language').$type<'de' | 'en'>().notNull().default('de'),
  passwordHash: text('password_hash'),
  createdAt: instant('created_at').notNull(),
  disabledAt: instant('disabled_at'),
});

export const operatorSessions = pgTable('operator_sessions', {
  idHash: bytea('id_hash').primaryKey(),
  operatorUserId: uuid('operator_user_id').notNull(),
  createdAt: instant('created_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
});

export const operatorInvitations = pgTable('operator_invitations', {
  tokenHash: bytea('token_hash').primaryKey(),
  operatorUserId: uuid('operator_user_id').notNull(),
  createdAt: instant('created_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
  usedAt: instant('used_at'),
});
