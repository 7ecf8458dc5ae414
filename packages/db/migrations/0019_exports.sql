-- Lists taken out of the house as a workbook: made by a job, kept for a day, whoever asked for one has it alone.

create table report_exports (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  created_by uuid not null,
  created_at timestamptz not null,
  language text not null check (language in ('de', 'en')),
  -- As it stands in the list's address.
  filter jsonb not null,
  -- Null until the reports are counted.
  total integer check (total >= 0),
  done integer not null default 0 check (done >= 0),
  started_at timestamptz,
  finished_at timestamptz,
  byte_size bigint,
  failed_at timestamptz,
  cancelled_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, created_by) references staff_users (tenant_id, id),
  check ((finished_at is null) = (byte_size is null))
);
create index report_exports_of_staff on report_exports (tenant_id, created_by, created_at desc);

alter table report_exports enable row level security;
alter table report_exports force row level security;
create policy report_exports_of_tenant on report_exports using (tenant_id = current_tenant()) with check (tenant_id = current_tenant());
grant select, insert, update, delete on report_exports to meldewerk_app;
