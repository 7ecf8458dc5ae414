-- Many reports prepared at once from a table of the workshop's own.

create table report_imports (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  file_name text not null check (length(file_name) between 1 and 200),
  created_at timestamptz not null,
  created_by uuid not null,
  -- [{heading, field, example}]: what each column of the file is read as.
  columns jsonb not null,
  started_at timestamptz,
  started_by uuid,
  finished_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, created_by) references staff_users (tenant_id, id),
  foreign key (tenant_id, started_by) references staff_users (tenant_id, id),
  check ((started_at is null) = (started_by is null))
);
create index report_imports_newest on report_imports (tenant_id, created_at desc);

create table report_import_rows (
  tenant_id uuid not null,
  import_id uuid not null,
  -- As in the file.
  number integer not null check (number > 0),
  cells jsonb not null,
  left_out boolean not null default false,
  -- What the row comes to as the columns are read now: a preparation, or what is the matter with it.
  preparation jsonb,
  issues jsonb not null,
  channel text check (channel in ('sms', 'email')),
  -- Made before anything is sent, so that a job that was cut off goes on without making anything twice.
  report_id uuid not null,
  message_id uuid not null,
  prepared_at timestamptz,
  sent_at timestamptz,
  error_code text,
  primary key (tenant_id, import_id, number),
  foreign key (tenant_id, import_id) references report_imports (tenant_id, id) on delete cascade
);

do $$
declare owned text;
begin
  foreach owned in array array['report_imports', 'report_import_rows'] loop
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
    execute format('create policy %I on %I using (tenant_id = current_tenant()) with check (tenant_id = current_tenant())', owned || '_of_tenant', owned);
  end loop;
end $$;
grant select, insert, update, delete on report_imports, report_import_rows to meldewerk_app;
