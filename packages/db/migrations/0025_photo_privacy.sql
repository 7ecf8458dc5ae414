-- Where a photo was taken, if the customer agreed to send it: the file itself never says. And plates and faces of others made
-- unrecognisable: everything shows the redacted picture from then on, the original stays where it is, sealed.
alter table photos
  add column latitude double precision check (latitude between -90 and 90),
  add column longitude double precision check (longitude between -180 and 180),
  add column redaction_id uuid;

-- Its id is also where its pictures lie in the blob store. Never changed but to be taken back: a new one takes its place.
create table photo_redactions (
  tenant_id uuid not null,
  id uuid not null,
  photo_id uuid not null,
  -- Rectangles in shares of the upright picture.
  areas jsonb not null,
  byte_size bigint not null,
  sha256 bytea not null,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, photo_id, id),
  foreign key (tenant_id, photo_id) references photos (tenant_id, id),
  foreign key (tenant_id, made_by) references staff_users (tenant_id, id)
);
alter table photos add foreign key (tenant_id, id, redaction_id) references photo_redactions (tenant_id, photo_id, id) not valid;
alter table photos validate constraint photos_tenant_id_id_redaction_id_fkey;

-- Who saw a sealed original, and what for.
create table original_openings (
  tenant_id uuid not null,
  id uuid not null,
  photo_id uuid not null,
  opened_by uuid not null,
  opened_at timestamptz not null,
  reason text not null check (length(reason) between 3 and 500),
  primary key (tenant_id, id),
  foreign key (tenant_id, photo_id) references photos (tenant_id, id),
  foreign key (tenant_id, opened_by) references staff_users (tenant_id, id)
);
create index original_openings_by_photo on original_openings (tenant_id, photo_id, opened_at);

alter table photo_redactions enable row level security;
alter table photo_redactions force row level security;
create policy photo_redactions_of_tenant on photo_redactions using (tenant_id = current_tenant()) with check (tenant_id = current_tenant());
grant select, insert on photo_redactions to meldewerk_app;

alter table original_openings enable row level security;
alter table original_openings force row level security;
create policy original_openings_of_tenant on original_openings using (tenant_id = current_tenant()) with check (tenant_id = current_tenant());
grant select, insert on original_openings to meldewerk_app;
