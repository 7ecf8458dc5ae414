-- Messages in a report: who has read them, the files that go with them, and words kept for again.

alter table report_messages
  -- Colleagues named in a note.
  add column mentions uuid[] not null default '{}' check (audience = 'internal' or cardinality(mentions) = 0),
  -- When the other side first had it before them.
  add column read_at timestamptz;

-- Reports whose customer wrote, the last first: what somebody may not have seen yet.
create index damage_reports_customer_wrote on damage_reports (tenant_id, customer_wrote_at desc) where customer_wrote_at is not null;

-- Up to which message a staff member has read a report's conversation.
create table message_readings (
  tenant_id uuid not null,
  staff_user_id uuid not null,
  report_id uuid not null,
  read_through timestamptz not null,
  primary key (tenant_id, staff_user_id, report_id),
  foreign key (tenant_id, staff_user_id) references staff_users (tenant_id, id),
  foreign key (tenant_id, report_id) references damage_reports (tenant_id, id)
);

-- Uploaded by itself; belongs to a message once that is written. The id is ours, since the stored files are named after it.
create table message_files (
  tenant_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  message_id uuid,
  position integer not null default 0,
  -- Null: the customer.
  staff_user_id uuid,
  kind text not null check (kind in ('photo', 'pdf')),
  media_type text not null,
  file_name text not null check (length(file_name) <= 200),
  -- Of the original.
  byte_size bigint not null,
  sha256 bytea not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, report_id) references damage_reports (tenant_id, id),
  foreign key (tenant_id, message_id) references report_messages (tenant_id, id),
  foreign key (tenant_id, staff_user_id) references staff_users (tenant_id, id)
);
create index message_files_by_message on message_files (tenant_id, message_id) where message_id is not null;
create index message_files_unsent on message_files (tenant_id, created_at) where message_id is null;

create table response_templates (
  tenant_id uuid not null,
  id uuid not null,
  title text not null check (length(title) between 1 and 80),
  body text not null check (length(body) between 1 and 5000),
  -- Written by us as an example, until the workshop saves it as its own.
  is_sample boolean not null default false,
  changed_at timestamptz not null,
  primary key (tenant_id, id)
);

do $$
declare owned text;
begin
  foreach owned in array array['message_readings', 'message_files', 'response_templates'] loop
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
    execute format('create policy %I on %I using (tenant_id = current_tenant()) with check (tenant_id = current_tenant())', owned || '_of_tenant', owned);
  end loop;
end $$;
grant update (read_at) on report_messages to meldewerk_app;
grant select, insert, update on message_readings to meldewerk_app;
grant select, insert, delete on message_files to meldewerk_app;
grant update (message_id, position) on message_files to meldewerk_app;
grant select, insert, update, delete on response_templates to meldewerk_app;
