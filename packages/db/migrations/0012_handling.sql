-- How staff run a report: where it stands, who has it, what comes next. And the customer's link to its status page.

alter table damage_reports
  -- Counts up with every change of how it is handled.
  add column version integer not null default 1,
  -- One of the workshop's own finer states, by its id in the settings.
  add column sub_status text check (length(sub_status) <= 40),
  add column status_since timestamptz,
  add column assignee_id uuid,
  add column priority text not null default 'normal' check (priority in ('low', 'normal', 'high')),
  add column tags text[] not null default '{}',
  add column due_on date,
  add column next_step text check (length(next_step) <= 200),
  -- Set while it is completed or cancelled: such a report has left the open list.
  add column closed_at timestamptz,
  -- Set while the customer is not to see it.
  add column internal_since timestamptz,
  -- When anything last happened to it.
  add column active_at timestamptz,
  -- When the customer last wrote.
  add column customer_wrote_at timestamptz,
  add constraint damage_reports_assignee foreign key (tenant_id, assignee_id) references staff_users (tenant_id, id);
alter table damage_reports no force row level security;
update damage_reports set status_since = listed_at, active_at = listed_at;
alter table damage_reports force row level security;
alter table damage_reports alter column status_since set not null, alter column active_at set not null;

-- What is open is a small part of all there is, and what most lists show.
create index damage_reports_open on damage_reports (tenant_id, listed_at desc, id desc) where closed_at is null;

-- What staff and customer write to each other, and what staff write for themselves.
create table report_messages (
  tenant_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  author text not null check (author in ('customer', 'staff')),
  staff_user_id uuid,
  -- `internal` never leaves the house.
  audience text not null check (audience in ('customer', 'internal')),
  body text not null check (length(body) <= 5000),
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, report_id) references damage_reports (tenant_id, id),
  foreign key (tenant_id, staff_user_id) references staff_users (tenant_id, id),
  check ((author = 'staff') = (staff_user_id is not null)),
  check (author = 'staff' or audience = 'customer')
);
create index report_messages_by_report on report_messages (tenant_id, report_id, created_at, id);

-- One row per generation, as with report_links: the token is derived from the installation's secret, only its SHA-256 is here.
create table status_links (
  tenant_id uuid not null,
  report_id uuid not null,
  generation integer not null check (generation > 0),
  token_hash bytea not null,
  created_at timestamptz not null,
  created_by uuid,
  opened_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  primary key (tenant_id, report_id, generation),
  unique (tenant_id, token_hash),
  foreign key (tenant_id, report_id) references damage_reports (tenant_id, id),
  foreign key (tenant_id, created_by) references staff_users (tenant_id, id),
  foreign key (tenant_id, withdrawn_by) references staff_users (tenant_id, id)
);

do $$
declare owned text;
begin
  foreach owned in array array['report_messages', 'status_links'] loop
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
    execute format('create policy %I on %I using (tenant_id = current_tenant()) with check (tenant_id = current_tenant())', owned || '_of_tenant', owned);
  end loop;
end $$;
grant select, insert on report_messages to meldewerk_app;
grant select, insert, update on status_links to meldewerk_app;
