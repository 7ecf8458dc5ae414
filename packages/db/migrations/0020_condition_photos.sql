-- What the vehicle looked like when it came, after the repair, and when it was handed over: taken by the workshop, and nobody
-- else's to see unless it shows them. So they stand apart from what the customer sent.

create table condition_photos (
  tenant_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  stage text not null check (stage in ('dropOff', 'afterRepair', 'handOver')),
  shot_id text not null check (length(shot_id) <= 40),
  -- The photo of the customer's that it was taken after, from the same angle.
  compares_photo_id uuid,
  taken_by uuid not null,
  -- By the clock of the device that took it; when it reached us stands beside it.
  taken_at timestamptz not null,
  uploaded_at timestamptz not null,
  -- Under which its bytes lie in the blob store: two uploads under one id never mix.
  file_id uuid not null,
  media_type text not null,
  byte_size bigint not null,
  sha256 bytea not null,
  width integer not null,
  height integer not null,
  removed_at timestamptz,
  removed_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, report_id) references damage_reports (tenant_id, id),
  foreign key (tenant_id, compares_photo_id) references photos (tenant_id, id),
  foreign key (tenant_id, taken_by) references staff_users (tenant_id, id),
  foreign key (tenant_id, removed_by) references staff_users (tenant_id, id)
);
create index condition_photos_by_report on condition_photos (tenant_id, report_id, taken_at, id);

alter table condition_photos enable row level security;
alter table condition_photos force row level security;
create policy condition_photos_of_tenant on condition_photos using (tenant_id = current_tenant()) with check (tenant_id = current_tenant());
grant select, insert on condition_photos to meldewerk_app;
grant update (removed_at, removed_by) on condition_photos to meldewerk_app;
