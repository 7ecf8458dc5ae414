-- Reminders of links, and mail in place of an SMS that did not get through.

alter table deliveries
  -- The event of the report that this message is about; null for messages without a report.
  add column event_sequence integer,
  -- The SMS in whose place this mail goes.
  add column stands_in_for uuid,
  add constraint deliveries_stands_in_for foreign key (tenant_id, stands_in_for) references deliveries (tenant_id, id);

-- Links that a reminder may be due for: the job looks every ten minutes, so it must not read those long expired.
create index report_links_remindable on report_links (tenant_id, expires_at) where sent_at is not null and withdrawn_at is null;

-- One row per reminder, so that two workers remind once.
create table report_reminders (
  tenant_id uuid not null,
  report_id uuid not null,
  generation integer not null,
  number integer not null check (number > 0),
  kind text not null check (kind ~ '^[a-z][a-zA-Z]{0,39}$'),
  due_at timestamptz not null,
  primary key (tenant_id, report_id, generation, number),
  foreign key (tenant_id, report_id, generation) references report_links (tenant_id, report_id, generation)
);
alter table report_reminders enable row level security;
alter table report_reminders force row level security;
create policy report_reminders_of_tenant on report_reminders using (tenant_id = current_tenant()) with check (tenant_id = current_tenant());
grant select, insert on report_reminders to meldewerk_app;
