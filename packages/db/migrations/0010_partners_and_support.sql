-- Steering partners, leasing firms and the like. The catalogue belongs to the installation; which of them a workshop works
-- with is its own rows.
create table partners (
  id uuid primary key,
  name text not null unique check (length(name) between 1 and 120),
  kind text not null check (kind in ('steering', 'leasing', 'insurer', 'fleet', 'broker')),
  created_at timestamptz not null default now(),
  -- Nobody can be switched on for it any more, and where it was on it is off.
  disabled_at timestamptz
);
insert into partners (id, name, kind) values
  ('0192f000-0000-7000-8000-000000000001', 'Eurogarant', 'steering'),
  ('0192f000-0000-7000-8000-000000000002', 'Innovation Group', 'steering'),
  ('0192f000-0000-7000-8000-000000000003', 'DMS', 'steering'),
  ('0192f000-0000-7000-8000-000000000004', 'riparo', 'steering'),
  ('0192f000-0000-7000-8000-000000000005', 'LeasePlan', 'leasing');

create table partner_activations (
  tenant_id uuid not null references tenants (id),
  partner_id uuid not null references partners (id),
  -- How this partner hears of this workshop's reports; no address: it is chosen and printed, but told nothing.
  email text check (email = lower(email)),
  activated_at timestamptz not null,
  deactivated_at timestamptz,
  primary key (tenant_id, partner_id)
);

-- What workshop users write to the operator. Append-only.
create table support_requests (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  kind text not null check (kind in ('contact', 'newPartner', 'training')),
  staff_user_id uuid not null,
  content jsonb not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, staff_user_id) references staff_users (tenant_id, id)
);
create index support_requests_newest on support_requests (tenant_id, created_at desc, id desc);

do $$
declare owned text;
begin
  foreach owned in array array['partner_activations', 'support_requests'] loop
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
    execute format('create policy %I on %I using (tenant_id = current_tenant()) with check (tenant_id = current_tenant())', owned || '_of_tenant', owned);
  end loop;
end $$;
grant select on partners to meldewerk_app;
grant select, insert, update on partner_activations to meldewerk_app;
grant select, insert on support_requests to meldewerk_app;
