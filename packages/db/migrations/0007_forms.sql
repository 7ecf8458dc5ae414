-- Forms to be signed: a workshop's library, what of it hangs on a report, and what was signed. Versions and everything
-- signed are append-only by grants; files lie in the blob store under their ids and are never overwritten.

create table forms (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  created_at timestamptz not null,
  retired_at timestamptz,
  retired_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, retired_by) references staff_users (tenant_id, id)
);

-- An uploaded PDF as it was cleaned, before and after it is a form's.
create table form_uploads (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  sha256 bytea not null,
  byte_size bigint not null,
  pages jsonb not null,
  created_by uuid not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, created_by) references staff_users (tenant_id, id)
);

create table form_versions (
  tenant_id uuid not null,
  form_id uuid not null,
  version integer not null check (version > 0),
  title text not null,
  kind text not null,
  language text not null,
  cases jsonb not null,
  valid_from date,
  valid_to date,
  needs_workshop_signature boolean not null,
  concludes_contract boolean not null,
  content jsonb not null,
  page_count integer,
  is_sample boolean not null,
  -- Null for what we brought along.
  created_by uuid,
  created_at timestamptz not null,
  primary key (tenant_id, form_id, version),
  foreign key (tenant_id, form_id) references forms (tenant_id, id),
  foreign key (tenant_id, created_by) references staff_users (tenant_id, id),
  check (valid_from <= valid_to)
);

-- A form on a report, bound to the version it was attached in.
create table report_forms (
  tenant_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  form_id uuid not null,
  version integer not null,
  attached_at timestamptz not null,
  attached_by uuid not null,
  -- What spoke against it then, acknowledged by who attached it.
  doubts jsonb not null,
  detached_at timestamptz,
  detached_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, report_id) references damage_reports (tenant_id, id),
  foreign key (tenant_id, form_id, version) references form_versions (tenant_id, form_id, version),
  foreign key (tenant_id, attached_by) references staff_users (tenant_id, id),
  foreign key (tenant_id, detached_by) references staff_users (tenant_id, id)
);
create unique index report_forms_once on report_forms (tenant_id, report_id, form_id) where detached_at is null;

-- The filled form as it is read before it is signed. The newest one counts.
create table form_documents (
  tenant_id uuid not null,
  id uuid not null,
  report_form_id uuid not null,
  number integer not null check (number > 0),
  sha256 bytea not null,
  byte_size bigint not null,
  page_count integer not null,
  -- The filled text of a text form.
  text text,
  -- By placeholder, what was written in its place, null for an empty line; and what was typed into the form's own fields.
  placeholder_values jsonb not null,
  field_values jsonb not null,
  signature_fields jsonb not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, report_form_id, number),
  foreign key (tenant_id, report_form_id) references report_forms (tenant_id, id)
);

create table form_signatures (
  tenant_id uuid not null,
  id uuid not null,
  report_form_id uuid not null,
  document_id uuid not null,
  signer text not null check (signer in ('customer', 'workshop')),
  -- Set for the workshop's own.
  staff_user_id uuid,
  name text not null,
  signature jsonb not null,
  signed_at timestamptz not null,
  ip text,
  user_agent text check (length(user_agent) <= 300),
  primary key (tenant_id, id),
  unique (tenant_id, document_id, signer),
  foreign key (tenant_id, report_form_id) references report_forms (tenant_id, id),
  foreign key (tenant_id, document_id) references form_documents (tenant_id, id),
  foreign key (tenant_id, staff_user_id) references staff_users (tenant_id, id),
  check ((signer = 'workshop') = (staff_user_id is not null))
);
create index form_signatures_by_form on form_signatures (tenant_id, report_form_id, signed_at);

-- A sealed PDF: one for each signature, the later one with both.
create table signed_documents (
  tenant_id uuid not null,
  id uuid not null,
  report_form_id uuid not null,
  signature_id uuid not null,
  sha256 bytea not null,
  unsigned_sha256 bytea not null,
  byte_size bigint not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, signature_id),
  foreign key (tenant_id, report_form_id) references report_forms (tenant_id, id),
  foreign key (tenant_id, signature_id) references form_signatures (tenant_id, id)
);
create index signed_documents_by_form on signed_documents (tenant_id, report_form_id, created_at);

do $$
declare owned text;
begin
  foreach owned in array array['forms', 'form_uploads', 'form_versions', 'report_forms', 'form_documents', 'form_signatures', 'signed_documents'] loop
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
    execute format('create policy %I on %I using (tenant_id = current_tenant()) with check (tenant_id = current_tenant())', owned || '_of_tenant', owned);
  end loop;
end $$;
grant select, insert on forms, form_uploads, form_versions, report_forms, form_documents, form_signatures, signed_documents to meldewerk_app;
grant update (retired_at, retired_by) on forms to meldewerk_app;
grant update (detached_at, detached_by) on report_forms to meldewerk_app;
