-- What the list is filtered and ordered by, what people save of it, and changes to many reports at once.

-- Row-level security keeps every condition off an index whose operators might tell of foreign rows; those that look into
-- JSON do. So what is filtered by stands in columns of its own.
alter table damage_reports
  add column partner_id uuid generated always as ((partner ->> 'id')::uuid) stored,
  add column insurer_key text collate "C" generated always as (nullif(lower(btrim(insurance ->> 'insurer')), '')) stored,
  add column sort_name text collate "de-x-icu" generated always as (btrim(coalesce(reporter ->> 'lastName', '') || ' ' || coalesce(reporter ->> 'firstName', ''))) stored;

-- Partial where the value is rare: a report as its customer sends it is in none of these.
create index damage_reports_by_partner on damage_reports (tenant_id, partner_id, listed_at desc, id desc) where partner_id is not null;
create index damage_reports_by_insurer on damage_reports (tenant_id, insurer_key, listed_at desc, id desc) where insurer_key is not null;
create index damage_reports_by_assignee on damage_reports (tenant_id, assignee_id, listed_at desc, id desc) where assignee_id is not null;
create index damage_reports_open_by_assignee on damage_reports (tenant_id, assignee_id, listed_at desc, id desc) where assignee_id is not null and closed_at is null;
create index damage_reports_by_priority on damage_reports (tenant_id, priority, listed_at desc, id desc) where priority <> 'normal';
create index damage_reports_open_by_priority on damage_reports (tenant_id, priority, listed_at desc, id desc) where priority <> 'normal' and closed_at is null;
create index damage_reports_by_due on damage_reports (tenant_id, due_on, id) where due_on is not null;
create index damage_reports_open_by_due on damage_reports (tenant_id, due_on, id) where due_on is not null and closed_at is null;
create index damage_reports_by_sub_status on damage_reports (tenant_id, sub_status, listed_at desc, id desc) where sub_status is not null;
create index damage_reports_unsubmitted on damage_reports (tenant_id, listed_at desc, id desc) where submitted_at is null;
create index damage_reports_written_to on damage_reports (tenant_id, listed_at desc, id desc) where customer_wrote_at is not null;
create index damage_reports_internal on damage_reports (tenant_id, listed_at desc, id desc) where internal_since is not null;
-- Every report is in these two. The first also finds an exact plate.
create index damage_reports_by_plate on damage_reports (tenant_id, plate_search_key, id);
create index damage_reports_by_name on damage_reports (tenant_id, sort_name, id);

-- When anything last happened to a report. Beside it, because an index on the report's own column would make each event
-- write all of its indexes anew.
create table report_activity (
  tenant_id uuid not null,
  report_id uuid not null,
  active_at timestamptz not null,
  primary key (tenant_id, report_id)
);
create index report_activity_newest on report_activity (tenant_id, active_at desc, report_id desc);

-- One row for each tag of a report: an index over the array itself would be out of reach, for the reason above.
create table report_tags (
  tenant_id uuid not null,
  tag text not null,
  report_id uuid not null,
  primary key (tenant_id, tag, report_id),
  foreign key (tenant_id, report_id) references damage_reports (tenant_id, id)
);
create index report_tags_by_report on report_tags (tenant_id, report_id);

create table staff_preferences (
  tenant_id uuid not null,
  staff_user_id uuid not null,
  content jsonb not null,
  primary key (tenant_id, staff_user_id),
  foreign key (tenant_id, staff_user_id) references staff_users (tenant_id, id) on delete cascade
);

create table saved_views (
  tenant_id uuid not null,
  id uuid not null,
  staff_user_id uuid not null,
  shared boolean not null,
  name text not null check (length(name) between 1 and 60),
  content jsonb not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, staff_user_id) references staff_users (tenant_id, id) on delete cascade
);
create index saved_views_by_owner on saved_views (tenant_id, staff_user_id);
create index saved_views_shared on saved_views (tenant_id) where shared;

create table handling_batches (
  tenant_id uuid not null,
  id uuid not null,
  staff_user_id uuid not null,
  change jsonb not null,
  created_at timestamptz not null,
  reversed_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, staff_user_id) references staff_users (tenant_id, id)
);

-- What a report's fields were before a batch changed them and what it made of them. A report it did not change has neither.
create table handling_batch_reports (
  tenant_id uuid not null,
  batch_id uuid not null,
  report_id uuid not null,
  outcome text not null check (outcome in ('changed', 'unchanged', 'failed')),
  before jsonb,
  after jsonb,
  primary key (tenant_id, batch_id, report_id),
  foreign key (tenant_id, batch_id) references handling_batches (tenant_id, id),
  foreign key (tenant_id, report_id) references damage_reports (tenant_id, id)
);
create index handling_batch_reports_by_report on handling_batch_reports (tenant_id, report_id);

do $$
declare owned text;
begin
  foreach owned in array array['report_activity', 'report_tags', 'staff_preferences', 'saved_views', 'handling_batches', 'handling_batch_reports'] loop
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
    execute format('create policy %I on %I using (tenant_id = current_tenant()) with check (tenant_id = current_tenant())', owned || '_of_tenant', owned);
  end loop;
end $$;
grant select, insert, update on report_activity to meldewerk_app;
grant select, insert, delete on report_tags to meldewerk_app;
grant select, insert, update on staff_preferences to meldewerk_app;
grant select, insert, update, delete on saved_views to meldewerk_app;
grant select, insert, update on handling_batches to meldewerk_app;
grant select, insert on handling_batch_reports to meldewerk_app;

alter table damage_reports no force row level security;
alter table report_activity no force row level security;
alter table report_tags no force row level security;
insert into report_activity (tenant_id, report_id, active_at) select tenant_id, id, active_at from damage_reports;
insert into report_tags (tenant_id, tag, report_id) select distinct tenant_id, unnest(tags), id from damage_reports;
alter table damage_reports force row level security;
alter table report_activity force row level security;
alter table report_tags force row level security;

create function note_report_activity() returns trigger
language plpgsql as $$
begin
  insert into report_activity (tenant_id, report_id, active_at) values (new.tenant_id, new.id, new.active_at)
  on conflict (tenant_id, report_id) do update set active_at = excluded.active_at;
  return null;
end $$;
create trigger damage_reports_activity after insert on damage_reports for each row execute function note_report_activity();
create trigger damage_reports_further_activity after update of active_at on damage_reports for each row when (old.active_at <> new.active_at) execute function note_report_activity();

create function note_report_tags() returns trigger
language plpgsql as $$
begin
  delete from report_tags where tenant_id = new.tenant_id and report_id = new.id and not tag = any (new.tags);
  insert into report_tags (tenant_id, tag, report_id) select distinct new.tenant_id, tag, new.id from unnest(new.tags) as tag on conflict do nothing;
  return null;
end $$;
create trigger damage_reports_tags after insert on damage_reports for each row when (new.tags <> '{}') execute function note_report_tags();
create trigger damage_reports_other_tags after update of tags on damage_reports for each row when (old.tags <> new.tags) execute function note_report_tags();

-- The search no longer knows of filters: it names who is meant exactly, and candidates, as many as are asked for. When
-- there are more, the word is common and the list finds it by itself on the way.
drop function search_reports(text, text, text, text[], text, boolean, timestamptz, timestamptz, timestamptz, uuid, integer);
grant select (reference) on damage_reports to meldewerk_search;
create function search_reports(needle text, plate_needle text, plate text, wanted_reference text, at_most integer) returns table (id uuid, exact boolean)
language plpgsql stable security definer set search_path = public, pg_temp
as $$
begin
  return query execute
    '(select r.id, true from damage_reports r where r.tenant_id = current_tenant() and r.reference = $3)'
    || case when plate = '' then '' else ' union all (select r.id, true from damage_reports r where r.tenant_id = current_tenant() and r.plate_search_key = $2 limit 20)' end
    || ' union all (select r.id, false from damage_reports r where r.tenant_id = current_tenant()'
    || ' and (r.search_text like $1 or r.search_text like $5' || case when length(plate) >= 5 then ' or r.plate_search_key % $2' else '' end || ') limit $4)'
  using needle, plate, wanted_reference, at_most, plate_needle;
end $$;
grant create on schema public to meldewerk_search;
alter function search_reports owner to meldewerk_search;
revoke create on schema public from meldewerk_search;
revoke execute on function search_reports from public;
grant execute on function search_reports to meldewerk_app;
