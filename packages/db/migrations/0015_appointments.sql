-- Finding a date: what customer and workshop said in turn, the appointment that came of it, and what was agreed beside it.

-- One row per report that ever had to do with a date. `turn`: who is to answer; null when nothing is open.
create table report_scheduling (
  tenant_id uuid not null,
  report_id uuid not null,
  -- The newest round; whoever writes names the one they saw.
  last_round integer not null default 0,
  turn text check (turn in ('customer', 'staff')),
  turn_since timestamptz,
  agreed_services jsonb,
  -- Counts up with every change of what is agreed.
  agreed_version integer not null default 0,
  primary key (tenant_id, report_id),
  foreign key (tenant_id, report_id) references damage_reports (tenant_id, id),
  check ((turn is null) = (turn_since is null))
);
-- Who waits for an answer, longest first: the calendar, and the job that reminds customers.
create index report_scheduling_open on report_scheduling (tenant_id, turn, turn_since) where turn is not null;

create table appointment_rounds (
  tenant_id uuid not null,
  report_id uuid not null,
  number integer not null check (number > 0),
  kind text not null check (kind in ('wishes', 'proposal', 'declined', 'confirmed', 'cancelled')),
  -- The customer where it names nobody.
  staff_user_id uuid,
  at timestamptz not null,
  note text check (length(note) <= 500),
  -- Of `wishes`: [{day, part}] in order, days that are not possible, services.
  wishes jsonb not null default '[]',
  not_possible_on date[] not null default '{}',
  services jsonb,
  -- Of `proposal` and `confirmed`: [{startsAt, endsAt}].
  slots jsonb not null default '[]',
  primary key (tenant_id, report_id, number),
  foreign key (tenant_id, report_id) references damage_reports (tenant_id, id),
  foreign key (tenant_id, staff_user_id) references staff_users (tenant_id, id)
);

-- An entry in calendars: its id is in the UID, `sequence` counts up when it is moved or cancelled.
create table appointments (
  tenant_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  sequence integer not null default 0,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  -- The customer where it names nobody.
  confirmed_by uuid,
  confirmed_at timestamptz not null,
  note text check (length(note) <= 500),
  cancelled_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, report_id) references damage_reports (tenant_id, id),
  foreign key (tenant_id, confirmed_by) references staff_users (tenant_id, id)
);
create unique index appointments_one_per_report on appointments (tenant_id, report_id) where cancelled_at is null;
create index appointments_by_report on appointments (tenant_id, report_id, confirmed_at);
create index appointments_by_time on appointments (tenant_id, starts_at) where cancelled_at is null;

-- A staff member's own address to subscribe to; only the SHA-256 of its token is here.
create table calendar_feeds (
  tenant_id uuid not null,
  staff_user_id uuid not null,
  token_hash bytea not null,
  created_at timestamptz not null,
  primary key (tenant_id, staff_user_id),
  unique (tenant_id, token_hash),
  foreign key (tenant_id, staff_user_id) references staff_users (tenant_id, id)
);

-- One row per reminder of a proposal, so that two workers remind once.
create table proposal_reminders (
  tenant_id uuid not null,
  report_id uuid not null,
  round integer not null,
  number integer not null check (number > 0),
  due_at timestamptz not null,
  primary key (tenant_id, report_id, round, number),
  foreign key (tenant_id, report_id, round) references appointment_rounds (tenant_id, report_id, number)
);

do $$
declare owned text;
begin
  foreach owned in array array['report_scheduling', 'appointment_rounds', 'appointments', 'calendar_feeds', 'proposal_reminders'] loop
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
    execute format('create policy %I on %I using (tenant_id = current_tenant()) with check (tenant_id = current_tenant())', owned || '_of_tenant', owned);
  end loop;
end $$;
grant select, insert, update on report_scheduling, appointments to meldewerk_app;
grant select, insert on appointment_rounds, proposal_reminders to meldewerk_app;
grant select, insert, update, delete on calendar_feeds to meldewerk_app;
