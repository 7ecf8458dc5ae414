-- What a workshop asks its customer for once more, and what came of it.

-- Everything asked for until all of it is there. What is asked for while one is open joins it.
create table item_requests (
  tenant_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  requested_at timestamptz not null,
  requested_by uuid not null,
  channel text not null check (channel in ('sms', 'email', 'none')),
  note text check (length(note) <= 500),
  completed_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, report_id) references damage_reports (tenant_id, id),
  foreign key (tenant_id, requested_by) references staff_users (tenant_id, id),
  foreign key (tenant_id, withdrawn_by) references staff_users (tenant_id, id),
  check (completed_at is null or withdrawn_at is null)
);
create index item_requests_by_report on item_requests (tenant_id, report_id, requested_at desc);
create unique index item_requests_open_once on item_requests (tenant_id, report_id) where completed_at is null and withdrawn_at is null;
-- For the job that reminds: what waits for its customer.
create index item_requests_open on item_requests (tenant_id, requested_at) where completed_at is null and withdrawn_at is null;

create table requested_items (
  tenant_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  report_id uuid not null,
  -- As staff named them in one request.
  position integer not null,
  kind text not null check (kind in ('photo', 'field', 'answer', 'signature')),
  -- Shot, field, question or form on the report.
  subject text not null check (length(subject) <= 40),
  reason text not null,
  note text check (length(note) <= 300),
  requested_at timestamptz not null,
  requested_by uuid not null,
  replaces_photo_id uuid,
  provided_at timestamptz,
  photo_id uuid,
  -- When a photo that was given could not be opened: it is asked for again.
  refused_at timestamptz,
  -- By path, what the report said before and says since.
  before jsonb,
  after jsonb,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, request_id) references item_requests (tenant_id, id),
  foreign key (tenant_id, report_id) references damage_reports (tenant_id, id),
  foreign key (tenant_id, requested_by) references staff_users (tenant_id, id),
  foreign key (tenant_id, withdrawn_by) references staff_users (tenant_id, id),
  foreign key (tenant_id, replaces_photo_id) references photos (tenant_id, id),
  foreign key (tenant_id, photo_id) references photos (tenant_id, id),
  check (provided_at is null or withdrawn_at is null)
);
create index requested_items_by_report on requested_items (tenant_id, report_id, requested_at, position);
create index requested_items_by_photo on requested_items (tenant_id, photo_id) where photo_id is not null;

-- One row per reminder: pressed by staff, under the id their page made, or by the clock.
create table item_reminders (
  tenant_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  report_id uuid not null,
  staff_user_id uuid,
  channel text not null check (channel in ('sms', 'email')),
  at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, request_id) references item_requests (tenant_id, id),
  foreign key (tenant_id, report_id) references damage_reports (tenant_id, id),
  foreign key (tenant_id, staff_user_id) references staff_users (tenant_id, id)
);
create index item_reminders_by_request on item_reminders (tenant_id, request_id, at);

-- For the list: whether its customer still owes something that was asked for, or has given all of it.
alter table damage_reports add column items_state text check (items_state in ('waiting', 'complete'));

do $$
declare owned text;
begin
  foreach owned in array array['item_requests', 'requested_items', 'item_reminders'] loop
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
    execute format('create policy %I on %I using (tenant_id = current_tenant()) with check (tenant_id = current_tenant())', owned || '_of_tenant', owned);
  end loop;
end $$;
grant select, insert on item_requests, requested_items, item_reminders to meldewerk_app;
grant update (completed_at, withdrawn_at, withdrawn_by) on item_requests to meldewerk_app;
grant update (provided_at, photo_id, refused_at, before, after, withdrawn_at, withdrawn_by) on requested_items to meldewerk_app;
