-- Who has a report open, what the workshop's rules have done, and what it takes to know how long a report has stood somewhere.

-- With a finer state: since when. As with status_since, a change that is taken back at once puts it back as well.
alter table damage_reports add column sub_status_since timestamptz;

-- What has been in a status for so many days.
create index damage_reports_by_stay on damage_reports (tenant_id, status, status_since);
-- How many reports stand in a finer state that is to be removed.
create index damage_reports_standing_in_sub_status on damage_reports (tenant_id, status, sub_status) where sub_status is not null;
-- Tags to suggest: those of the newest reports that have any.
create index damage_reports_tagged on damage_reports (tenant_id, listed_at desc) where tags <> '{}';

-- One row per open page. Lost with a crash, and nobody misses it: open pages say again that they are there.
create unlogged table report_presence (
  tenant_id uuid not null,
  report_id uuid not null,
  view_id uuid not null,
  staff_user_id uuid not null,
  editing boolean not null,
  since timestamptz not null,
  seen_at timestamptz not null,
  primary key (tenant_id, report_id, view_id),
  foreign key (tenant_id, report_id) references damage_reports (tenant_id, id),
  foreign key (tenant_id, staff_user_id) references staff_users (tenant_id, id)
);
create index report_presence_by_age on report_presence (tenant_id, seen_at);

-- A rule acts once per stay of a report in a status; the row is what makes it once.
create table rule_runs (
  tenant_id uuid not null,
  rule_id uuid not null,
  report_id uuid not null,
  -- When the stay began.
  stay timestamptz not null,
  ran_at timestamptz not null,
  -- Why nobody was written to, where that is so.
  outcome text not null check (outcome in ('sent', 'internal', 'nobody')),
  primary key (tenant_id, rule_id, report_id, stay),
  foreign key (tenant_id, report_id) references damage_reports (tenant_id, id)
);

do $$
declare owned text;
begin
  foreach owned in array array['report_presence', 'rule_runs'] loop
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
    execute format('create policy %I on %I using (tenant_id = current_tenant()) with check (tenant_id = current_tenant())', owned || '_of_tenant', owned);
  end loop;
end $$;
grant select, insert, update, delete on report_presence to meldewerk_app;
grant select, insert on rule_runs to meldewerk_app;
