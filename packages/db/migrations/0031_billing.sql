-- Billing: what the installation knows of a workshop's subscription. Chargebee is the authority for money; the tables with
-- `resource_version` are copies of its resources that never go back to an older version.

-- A workshop whose debits keep failing makes no new links; everything that runs goes on.
alter table tenants add column links_stopped_at timestamptz;

create table billing_accounts (
  tenant_id uuid primary key references tenants (id),
  -- The accounting e-mail: who reads mail there is the account holder. It may serve several workshops.
  email text not null check (email = lower(email)),
  language text not null default 'de' check (language in ('de', 'en')),
  company text,
  -- {street, postalCode, city, country}
  address jsonb,
  vat_number text,
  -- What was chosen before there is a subscription.
  chosen_item_price_id text,
  chosen_quantity integer check (chosen_quantity between 1 and 1000),
  -- Ours to choose, and the workshop's own id: no other workshop's customer can ever stand here.
  chargebee_customer_id text check (chargebee_customer_id = tenant_id::text),
  stripe_customer_id text,
  state text not null default 'setup' check (state in ('setup', 'trial', 'active', 'pastDue', 'suspended', 'cancelled')),
  state_since timestamptz not null,
  -- The first failed debit that is still open.
  past_due_since timestamptz,
  invited_at timestamptz,
  -- In their own words, for the operator.
  cancellation_reason text,
  created_at timestamptz not null
);
create index billing_accounts_by_email on billing_accounts (email);
create index billing_accounts_by_state on billing_accounts (state, tenant_id);

-- How the state went, for the monthly figures. `mrr_cents` is what a month brings from then on.
create table billing_state_changes (
  tenant_id uuid not null references billing_accounts (tenant_id),
  id uuid not null,
  at timestamptz not null,
  state text not null,
  mrr_cents bigint not null,
  primary key (tenant_id, id)
);
create index billing_state_changes_by_time on billing_state_changes (at, tenant_id);

create table billing_subscriptions (
  tenant_id uuid not null references billing_accounts (tenant_id),
  id text not null,
  status text not null,
  item_price_id text not null,
  plan_name text not null,
  quantity integer not null,
  unit_amount_cents bigint not null,
  currency text not null,
  period integer not null,
  period_unit text not null,
  mrr_cents bigint not null,
  trial_ends_at timestamptz,
  term_ends_at timestamptz,
  next_billing_at timestamptz,
  cancels_at timestamptz,
  cancelled_at timestamptz,
  resource_version bigint not null,
  primary key (tenant_id, id)
);

create table billing_invoices (
  tenant_id uuid not null references billing_accounts (tenant_id),
  id text not null,
  subscription_id text,
  status text not null check (status in ('pending', 'payment_due', 'posted', 'paid', 'not_paid', 'voided')),
  issued_at timestamptz not null,
  due_at timestamptz,
  paid_at timestamptz,
  total_cents bigint not null,
  amount_due_cents bigint not null,
  currency text not null,
  resource_version bigint not null,
  primary key (tenant_id, id)
);
create index billing_invoices_newest on billing_invoices (tenant_id, issued_at desc, id desc);
create index billing_invoices_open on billing_invoices (tenant_id) where status in ('payment_due', 'not_paid', 'posted');

-- Debits and what became of them.
create table billing_transactions (
  tenant_id uuid not null references billing_accounts (tenant_id),
  id text not null,
  type text not null,
  status text not null,
  at timestamptz not null,
  amount_cents bigint not null,
  currency text not null,
  invoice_ids text[] not null default '{}',
  payment_source_id text,
  masked_account text,
  error_code text,
  error_text text,
  resource_version bigint not null,
  primary key (tenant_id, id)
);
create index billing_transactions_newest on billing_transactions (tenant_id, at desc, id desc);
create index billing_transactions_of_invoice on billing_transactions using gin (tenant_id, invoice_ids);

create table billing_payment_sources (
  tenant_id uuid not null references billing_accounts (tenant_id),
  id text not null,
  type text not null,
  status text not null,
  holder text,
  bank_name text,
  -- Country and last four places, never more: DE•• •••• 3000.
  masked_iban text,
  mandate_reference text,
  is_primary boolean not null default false,
  created_at timestamptz not null,
  deleted_at timestamptz,
  resource_version bigint not null,
  primary key (tenant_id, id)
);

-- An order to debit, as it was given: which words, when, from where. One row per attempt; the newest completed one is in force.
create table billing_mandates (
  tenant_id uuid not null references billing_accounts (tenant_id),
  id uuid not null,
  route text not null check (route in ('inline', 'hosted')),
  text_version text not null,
  text_sha256 bytea not null,
  text_language text not null check (text_language in ('de', 'en')),
  -- {heading, paragraphs}: the very words, whatever later versions say.
  text_words jsonb not null,
  started_at timestamptz not null,
  -- The button was pressed.
  accepted_at timestamptz,
  accepted_ip text,
  accepted_user_agent text,
  accepted_email text,
  -- seti_… of route A, the hosted page's id of route D.
  vendor_reference text,
  payment_source_id text,
  mandate_reference text,
  masked_iban text,
  holder text,
  completed_at timestamptz,
  failed_at timestamptz,
  failure_code text,
  -- A later mandate took its place, or the bank account is gone.
  ended_at timestamptz,
  document_id uuid,
  document_sha256 bytea,
  primary key (tenant_id, id),
  check (completed_at is null or failed_at is null)
);
create index billing_mandates_newest on billing_mandates (tenant_id, started_at desc);
create unique index billing_mandates_by_vendor_reference on billing_mandates (tenant_id, vendor_reference) where vendor_reference is not null;

-- What the accounting address has to hear of, each once: `subject` is the invoice, debit, mandate or date it is about.
create table billing_notices (
  tenant_id uuid not null references billing_accounts (tenant_id),
  id uuid not null,
  kind text not null,
  subject text not null,
  data jsonb not null default '{}',
  created_at timestamptz not null,
  announced_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, kind, subject)
);

-- Who did what to the money side, and what was refused. Rows without workshop: nobody known asked.
create table billing_audit (
  id uuid primary key,
  workshop_id uuid references tenants (id),
  at timestamptz not null,
  actor text not null check (actor in ('accountHolder', 'operator', 'vendor', 'system')),
  actor_id uuid,
  type text not null,
  refused boolean not null default false,
  data jsonb not null default '{}'
);
create index billing_audit_of_tenant on billing_audit (workshop_id, at desc, id desc);
create index billing_audit_newest on billing_audit (at desc, id desc);

do $$
declare
  owned text;
begin
  foreach owned in array array['billing_accounts', 'billing_state_changes', 'billing_subscriptions', 'billing_invoices', 'billing_transactions', 'billing_payment_sources', 'billing_mandates', 'billing_notices'] loop
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
    execute format('create policy %I on %I using (tenant_id = current_tenant()) with check (tenant_id = current_tenant())', owned || '_of_tenant', owned);
    -- The operator looks over all workshops' money, and at nothing else of theirs.
    execute format('create policy %I on %I for select using (current_setting(''app.operator'', true) = ''yes'')', owned || '_for_operator', owned);
  end loop;
end $$;
-- Who signs in with an accounting e-mail has to find the workshops it serves.
create policy billing_accounts_of_email on billing_accounts for select using (email = nullif(current_setting('app.billing_email', true), ''));

alter table billing_audit enable row level security;
alter table billing_audit force row level security;
create policy billing_audit_written on billing_audit for insert with check (workshop_id is null or workshop_id = current_tenant());
create policy billing_audit_of_tenant on billing_audit for select using (workshop_id = current_tenant());
create policy billing_audit_for_operator on billing_audit for select using (current_setting('app.operator', true) = 'yes');

grant select, insert, update on billing_accounts, billing_subscriptions, billing_invoices, billing_transactions, billing_payment_sources, billing_mandates, billing_notices to meldewerk_app;
grant select, insert on billing_state_changes, billing_audit to meldewerk_app;

-- Events as Chargebee told them, by webhook or by list. They belong to the installation: whose they are is in them, and is
-- believed only after the resource was fetched.
create table chargebee_events (
  id text primary key,
  event_type text not null,
  occurred_at timestamptz not null,
  received_at timestamptz not null,
  source text not null check (source in ('webhook', 'reconciliation')),
  customer_id text,
  content jsonb not null,
  -- What it did, in words for the operator: [{resource, id, effect}].
  effects jsonb,
  applied_at timestamptz,
  -- Known to concern nothing of ours.
  ignored_at timestamptz,
  failed_at timestamptz,
  failure_code text,
  attempt_count integer not null default 0
);
create index chargebee_events_newest on chargebee_events (occurred_at desc, id desc);
create index chargebee_events_of_customer on chargebee_events (customer_id, occurred_at desc, id desc);
create index chargebee_events_open on chargebee_events (received_at) where applied_at is null and ignored_at is null;
grant select, insert, update on chargebee_events to meldewerk_app;

-- How far the list of events was read.
create table chargebee_reconciliations (
  id uuid primary key,
  started_at timestamptz not null,
  finished_at timestamptz,
  read_until timestamptz,
  found_count integer,
  missed_count integer
);
create index chargebee_reconciliations_newest on chargebee_reconciliations (started_at desc);
grant select, insert, update on chargebee_reconciliations to meldewerk_app;

-- One-time links and codes for the billing portal; only hashes are here. There is a row for an address nobody pays with as well,
-- so that nothing tells the difference; it opens nothing.
create table billing_sign_ins (
  id uuid primary key,
  purpose text not null check (purpose in ('signIn', 'invitation', 'emailChange')),
  -- Of an emailChange the new address, which the link proves to be read.
  email text not null check (email = lower(email)),
  workshop_id uuid references tenants (id),
  -- What the new address took the place of, to be told so.
  replaced_email text,
  token_hash bytea not null unique,
  -- Keyed, since six digits alone are soon guessed.
  code_hash bytea,
  wrong_code_count integer not null default 0,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index billing_sign_ins_by_expiry on billing_sign_ins (expires_at);
create index billing_sign_ins_of_tenant on billing_sign_ins (workshop_id) where workshop_id is not null;

create table billing_sessions (
  id_hash bytea primary key,
  email text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index billing_sessions_by_email on billing_sessions (email);
create index billing_sessions_by_expiry on billing_sessions (expires_at);

create table operator_users (
  id uuid primary key,
  email text not null unique check (email = lower(email)),
  name text not null,
  language text not null default 'de' check (language in ('de', 'en')),
  password_hash text,
  created_at timestamptz not null,
  disabled_at timestamptz
);

create table operator_sessions (
  id_hash bytea primary key,
  operator_user_id uuid not null references operator_users (id) on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index operator_sessions_by_user on operator_sessions (operator_user_id);
create index operator_sessions_by_expiry on operator_sessions (expires_at);

-- Links with which an operator sets a password.
create table operator_invitations (
  token_hash bytea primary key,
  operator_user_id uuid not null references operator_users (id) on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index operator_invitations_by_user on operator_invitations (operator_user_id);
grant select, insert, update, delete on billing_sign_ins, billing_sessions, operator_users, operator_sessions, operator_invitations to meldewerk_app;
