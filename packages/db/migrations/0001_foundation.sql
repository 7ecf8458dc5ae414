-- Tenant-owned tables: primary key starts with tenant_id, row-level security forced, reached only through inTenant.
-- The application role owns nothing and cannot bypass RLS; migrate.ts creates it before this file runs.

create extension if not exists pg_trgm;
create extension if not exists btree_gin;

-- Compared as uuid, so that the empty string left behind by a finished transaction fails closed.
create function current_tenant() returns uuid
language sql stable parallel safe
as $$ select nullif(current_setting('app.tenant_id', true), '')::uuid $$;

create table tenants (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9](-?[a-z0-9])*$' and length(slug) between 3 and 40),
  settings jsonb not null,
  created_at timestamptz not null,
  suspended_at timestamptz
);
alter table tenants enable row level security;
alter table tenants force row level security;
-- Which workshop a host name belongs to has to be known before there is a tenant; writing needs the scope.
create policy tenants_read on tenants for select using (true);
create policy tenants_write on tenants for all using (id = current_tenant()) with check (id = current_tenant());

create table catalogue_versions (
  tenant_id uuid not null references tenants (id),
  version integer not null,
  content jsonb not null,
  published_at timestamptz not null,
  primary key (tenant_id, version)
);

create table staff_users (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  email text not null check (email = lower(email)),
  name text not null,
  role text not null check (role in ('admin', 'clerk', 'viewer')),
  language text not null default 'de',
  password_hash text,
  receives_reports boolean not null default true,
  created_at timestamptz not null,
  disabled_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, email)
);

create table staff_sessions (
  tenant_id uuid not null,
  -- SHA-256 of the session id: a copy of this table opens no session.
  id_hash bytea not null,
  staff_user_id uuid not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  primary key (tenant_id, id_hash),
  foreign key (tenant_id, staff_user_id) references staff_users (tenant_id, id) on delete cascade
);
create index staff_sessions_by_user on staff_sessions (tenant_id, staff_user_id);
create index staff_sessions_by_expiry on staff_sessions (tenant_id, expires_at);

create table password_resets (
  tenant_id uuid not null,
  token_hash bytea not null,
  staff_user_id uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (tenant_id, token_hash),
  foreign key (tenant_id, staff_user_id) references staff_users (tenant_id, id) on delete cascade
);
create index password_resets_by_user on password_resets (tenant_id, staff_user_id);

create table report_counters (
  tenant_id uuid not null references tenants (id),
  year integer not null,
  last_number integer not null,
  primary key (tenant_id, year)
);

create table damage_reports (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  reference text not null,
  status text not null,
  category text not null,
  catalogue_version integer not null,
  language text not null,
  reporter jsonb not null,
  vehicle jsonb not null,
  insurance jsonb not null,
  answers jsonb not null,
  skipped_shots jsonb not null default '[]',
  source jsonb not null,
  license_plate text not null,
  plate_search_key text not null,
  customer_name text not null,
  -- Lower case: plate key, name, reference and VIN, separated by line feeds.
  search_text text not null,
  photo_count integer not null default 0,
  submitted_at timestamptz not null,
  first_opened_at timestamptz,
  first_opened_by uuid,
  primary key (tenant_id, id),
  unique (tenant_id, reference),
  foreign key (tenant_id, catalogue_version) references catalogue_versions (tenant_id, version),
  foreign key (tenant_id, first_opened_by) references staff_users (tenant_id, id)
);
create index damage_reports_newest on damage_reports (tenant_id, submitted_at desc, id desc);
create index damage_reports_by_status on damage_reports (tenant_id, status, submitted_at desc, id desc);
create index damage_reports_by_category on damage_reports (tenant_id, category, submitted_at desc, id desc);
create index damage_reports_unopened on damage_reports (tenant_id, submitted_at desc, id desc) where first_opened_at is null;
create index damage_reports_plate_similar on damage_reports using gin (tenant_id, plate_search_key gin_trgm_ops) with (fastupdate = off);
create index damage_reports_search on damage_reports using gin (tenant_id, search_text gin_trgm_ops) with (fastupdate = off);

create table drafts (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  token_hash bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  report_id uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, report_id) references damage_reports (tenant_id, id)
);
create index drafts_by_expiry on drafts (tenant_id, expires_at) where report_id is null;
create index drafts_by_report on drafts (tenant_id, report_id);

create table photos (
  tenant_id uuid not null,
  id uuid not null,
  draft_id uuid not null,
  report_id uuid,
  shot_id text not null,
  position integer not null default 0,
  state text not null check (state in ('received', 'ready', 'refused')),
  problem text,
  media_type text not null,
  byte_size bigint not null,
  sha256 bytea not null,
  source text not null,
  original_name text,
  width integer,
  height integer,
  -- Wall time of the camera as the file states it, without a zone unless it names one.
  captured_at text,
  uploaded_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, draft_id) references drafts (tenant_id, id),
  foreign key (tenant_id, report_id) references damage_reports (tenant_id, id)
);
create index photos_by_draft on photos (tenant_id, draft_id);
create index photos_by_report on photos (tenant_id, report_id, position);

create table consents (
  tenant_id uuid not null,
  report_id uuid not null,
  kind text not null,
  text_version integer not null,
  text text not null,
  given_at timestamptz not null,
  primary key (tenant_id, report_id, kind),
  foreign key (tenant_id, report_id) references damage_reports (tenant_id, id)
);

-- Append-only. hash = sha256(previous_hash || body); body is the canonical JSON that was hashed, to the letter.
create table report_events (
  tenant_id uuid not null,
  report_id uuid not null,
  sequence integer not null,
  type text not null,
  at timestamptz not null,
  body text not null,
  previous_hash bytea not null,
  hash bytea not null,
  primary key (tenant_id, report_id, sequence),
  foreign key (tenant_id, report_id) references damage_reports (tenant_id, id)
);

create table idempotency_keys (
  tenant_id uuid not null references tenants (id),
  key text not null check (length(key) between 1 and 255),
  request_hash bytea not null,
  report_id uuid not null,
  created_at timestamptz not null,
  primary key (tenant_id, key),
  foreign key (tenant_id, report_id) references damage_reports (tenant_id, id)
);
create index idempotency_keys_by_age on idempotency_keys (tenant_id, created_at);

create table deliveries (
  tenant_id uuid not null,
  id uuid not null,
  report_id uuid,
  target text not null,
  -- Two fan-outs of the same event make one delivery.
  dedupe_key text not null,
  recipient text not null,
  message jsonb not null,
  state text not null check (state in ('waiting', 'sending', 'sent', 'failed')),
  -- Staff who send it again begin a new round: a new message to the vendor, not a repeat of the old one.
  round integer not null default 1,
  attempt_count integer not null default 0,
  -- Attempts of this round that are known to have failed; one cut off by a killed process is no failure of the vendor's.
  failure_count integer not null default 0,
  vendor_id text,
  error_code text,
  created_at timestamptz not null,
  next_attempt_at timestamptz,
  sent_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, dedupe_key),
  foreign key (tenant_id, report_id) references damage_reports (tenant_id, id)
);
create index deliveries_by_report on deliveries (tenant_id, report_id, created_at);

create table delivery_attempts (
  tenant_id uuid not null,
  delivery_id uuid not null,
  number integer not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  outcome text check (outcome in ('sent', 'failed', 'unknown')),
  error_code text,
  response jsonb,
  primary key (tenant_id, delivery_id, number),
  foreign key (tenant_id, delivery_id) references deliveries (tenant_id, id)
);

do $$
declare owned text;
begin
  foreach owned in array array[
    'catalogue_versions', 'staff_users', 'staff_sessions', 'password_resets', 'report_counters', 'damage_reports', 'drafts',
    'photos', 'consents', 'report_events', 'idempotency_keys', 'deliveries', 'delivery_attempts'
  ] loop
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
    execute format('create policy %I on %I using (tenant_id = current_tenant()) with check (tenant_id = current_tenant())', owned || '_of_tenant', owned);
  end loop;
end $$;

-- Buckets are keyed by a keyed hash (never an address in clear) and hold across processes. Losing them in a crash is harmless.
create unlogged table rate_limits (
  bucket text primary key,
  tokens double precision not null,
  refilled_at timestamptz not null
);

-- Takes one token out of a bucket. Returns 0 when there was one, otherwise the seconds until the next.
create function take_token(bucket_key text, capacity double precision, per_second double precision) returns double precision
language plpgsql as $$
declare left_over double precision;
begin
  insert into rate_limits as r (bucket, tokens, refilled_at) values (bucket_key, capacity - 1, clock_timestamp())
  on conflict (bucket) do update
    set tokens = greatest(-1, least(capacity, r.tokens + extract(epoch from clock_timestamp() - r.refilled_at) * per_second) - 1),
        refilled_at = clock_timestamp()
  returning tokens into left_over;
  if left_over >= 0 then return 0; end if;
  -- A refused request costs nothing, or a flood would lock out the honest caller for good.
  update rate_limits set tokens = tokens + 1 where bucket = bucket_key;
  return greatest(-left_over / per_second, 1);
end $$;

-- Which process a queue worker belongs to. A process holds an advisory lock on its number for as long as it lives, so that
-- the jobs of one that was killed are taken over at once and not after the queue's four hours.
create table queue_workers (
  worker_id text primary key,
  process_number bigint not null
);

-- Jobs belong to the queue's owner; the application may only put one in, within its own transaction.
create function enqueue_job(identifier text, payload json, job_key text default null, run_at timestamptz default null) returns void
language sql security definer set search_path = pg_catalog, pg_temp
as $$
  select graphile_worker.add_job(
    identifier => enqueue_job.identifier, payload => enqueue_job.payload, job_key => enqueue_job.job_key,
    run_at => enqueue_job.run_at, max_attempts => 25
  )
$$;

-- Search: RLS conditions come before every operator that is not leakproof, which keeps a trigram index from being used.
-- So the search runs as a role of its own that may read these columns only, and states the tenant itself. It is planned
-- anew for each call: a rare plate wants the trigram index, a word that is everywhere wants the newest reports first.
create policy damage_reports_search on damage_reports for select to meldewerk_search using (true);
grant usage on schema public to meldewerk_search;
grant select (tenant_id, id, submitted_at, search_text, plate_search_key, status, category, first_opened_at) on damage_reports to meldewerk_search;

create function search_reports(
  needle text, plate_needle text, plate text, statuses text[], wanted_category text, unopened boolean,
  from_instant timestamptz, until_instant timestamptz, before_instant timestamptz, before_id uuid, page_size integer
) returns table (id uuid)
language plpgsql stable security definer set search_path = public, pg_temp
as $$
begin
  return query execute
    'select r.id from damage_reports r where r.tenant_id = current_tenant()'
    || ' and (r.search_text like $1 or r.search_text like $10' || case when length(plate) >= 5 then ' or r.plate_search_key % $2' else '' end || ')'
    || case when statuses is null then '' else ' and r.status = any ($3)' end
    || case when wanted_category is null then '' else ' and r.category = $4' end
    || case when unopened is null then '' when unopened then ' and r.first_opened_at is null' else ' and r.first_opened_at is not null' end
    || case when from_instant is null then '' else ' and r.submitted_at >= $5' end
    || case when until_instant is null then '' else ' and r.submitted_at < $6' end
    || case when before_instant is null then '' else ' and (r.submitted_at, r.id) < ($7, $8)' end
    || ' order by r.submitted_at desc, r.id desc limit $9'
  using needle, plate, statuses, wanted_category, from_instant, until_instant, before_instant, before_id, page_size, plate_needle;
end $$;
grant create on schema public to meldewerk_search;
alter function search_reports owner to meldewerk_search;
revoke create on schema public from meldewerk_search;

grant usage on schema public to meldewerk_app;
grant select, insert, update, delete on all tables in schema public to meldewerk_app;
revoke update, delete on report_events, consents from meldewerk_app;
revoke all on queue_workers from meldewerk_app;
revoke update, delete on catalogue_versions from meldewerk_app;
revoke delete on tenants, damage_reports, deliveries, delivery_attempts from meldewerk_app;
grant execute on function take_token, current_tenant to meldewerk_app;
revoke execute on function enqueue_job, search_reports from public;
grant execute on function enqueue_job, search_reports to meldewerk_app;
