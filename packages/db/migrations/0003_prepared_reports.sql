-- Reports that the workshop prepares, the links that open them, and what later migrations hang on them.

-- The list is ordered by when a report came into it: prepared, and anew when the customer sends it.
alter table damage_reports rename column submitted_at to listed_at;
alter table damage_reports
  add column submitted_at timestamptz,
  -- Counts up with every change staff make to what they prepared; null for a report begun on the workshop's page.
  add column preparation_version integer,
  add column prepared_at timestamptz,
  add column prepared_by uuid,
  -- Copied in, so that the report says what it said then: {id, name, kind, orderNumber}.
  add column partner jsonb,
  add column incident_date date,
  alter column category drop not null,
  add constraint damage_reports_prepared_by foreign key (tenant_id, prepared_by) references staff_users (tenant_id, id),
  add constraint damage_reports_complete check (submitted_at is null or category is not null);
-- Forced row-level security would hide the rows from their owner as well.
alter table damage_reports no force row level security;
update damage_reports set submitted_at = listed_at;
alter table damage_reports force row level security;

alter table drafts add column prepared_report_id uuid,
  add constraint drafts_prepared_report foreign key (tenant_id, prepared_report_id) references damage_reports (tenant_id, id);
create unique index drafts_by_prepared_report on drafts (tenant_id, prepared_report_id) where prepared_report_id is not null;

-- One row per generation: an older address is still known, and says that it was replaced.
create table report_links (
  tenant_id uuid not null,
  report_id uuid not null,
  generation integer not null check (generation > 0),
  draft_id uuid not null,
  -- SHA-256 of the token. The token itself is derived from the installation's secret, so that staff can copy it again.
  token_hash bytea not null,
  created_at timestamptz not null,
  created_by uuid,
  expires_at timestamptz not null,
  sent_at timestamptz,
  opened_at timestamptz,
  begun_at timestamptz,
  last_step text check (length(last_step) <= 40),
  last_active_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  primary key (tenant_id, report_id, generation),
  unique (tenant_id, token_hash),
  foreign key (tenant_id, report_id) references damage_reports (tenant_id, id),
  foreign key (tenant_id, draft_id) references drafts (tenant_id, id),
  foreign key (tenant_id, created_by) references staff_users (tenant_id, id),
  foreign key (tenant_id, withdrawn_by) references staff_users (tenant_id, id)
);
create index report_links_by_draft on report_links (tenant_id, draft_id);

-- Numbers whose owner said STOP. Nothing is sent there again by SMS.
create table sms_opt_outs (
  tenant_id uuid not null references tenants (id),
  phone text not null check (phone ~ '^\+[0-9]{6,15}$'),
  stopped_at timestamptz not null,
  primary key (tenant_id, phone)
);

alter table deliveries add column purpose text;
alter table deliveries no force row level security;
update deliveries set purpose = case when target = 'staffEmail' then 'newReport' else 'confirmation' end;
alter table deliveries force row level security;
alter table deliveries alter column purpose set not null;

do $$
declare owned text;
begin
  foreach owned in array array['report_links', 'sms_opt_outs'] loop
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
    execute format('create policy %I on %I using (tenant_id = current_tenant()) with check (tenant_id = current_tenant())', owned || '_of_tenant', owned);
  end loop;
end $$;
grant select, insert, update on report_links to meldewerk_app;
grant select, insert, delete on sms_opt_outs to meldewerk_app;

-- As before, over the renamed column.
create or replace function search_reports(
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
    || case when from_instant is null then '' else ' and r.listed_at >= $5' end
    || case when until_instant is null then '' else ' and r.listed_at < $6' end
    || case when before_instant is null then '' else ' and (r.listed_at, r.id) < ($7, $8)' end
    || ' order by r.listed_at desc, r.id desc limit $9'
  using needle, plate, statuses, wanted_category, from_instant, until_instant, before_instant, before_id, page_size, plate_needle;
end $$;
