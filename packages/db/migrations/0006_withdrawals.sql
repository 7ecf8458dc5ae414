-- The right of withdrawal: a workshop's own notice with its model form in versions, and who declared what when.

create table withdrawal_notices (
  tenant_id uuid not null references tenants (id),
  version integer not null check (version > 0),
  notice jsonb not null,
  model_form jsonb not null,
  is_sample boolean not null,
  published_at timestamptz not null,
  -- Null for what a workshop starts with.
  published_by uuid,
  primary key (tenant_id, version),
  foreign key (tenant_id, published_by) references staff_users (tenant_id, id)
);

-- A version as the PDF that customers are sent.
create table withdrawal_notice_files (
  tenant_id uuid not null,
  version integer not null,
  language text not null,
  document_id uuid not null,
  sha256 bytea not null,
  byte_size bigint not null,
  created_at timestamptz not null,
  primary key (tenant_id, version, language),
  foreign key (tenant_id, version) references withdrawal_notices (tenant_id, version)
);

-- Kept also when it fits no report.
create table withdrawal_declarations (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  name text not null,
  email text not null,
  contract text not null,
  statement text,
  language text not null,
  declared_at timestamptz not null,
  report_id uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, report_id) references damage_reports (tenant_id, id)
);
create index withdrawal_declarations_by_time on withdrawal_declarations (tenant_id, declared_at desc, id);
create index withdrawal_declarations_by_report on withdrawal_declarations (tenant_id, report_id) where report_id is not null;

do $$
declare owned text;
begin
  foreach owned in array array['withdrawal_notices', 'withdrawal_notice_files', 'withdrawal_declarations'] loop
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
    execute format('create policy %I on %I using (tenant_id = current_tenant()) with check (tenant_id = current_tenant())', owned || '_of_tenant', owned);
  end loop;
end $$;
grant select, insert on withdrawal_notices, withdrawal_notice_files, withdrawal_declarations to meldewerk_app;
