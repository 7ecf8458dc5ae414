-- When a message first brought the customer the address of the status page; and what a workshop asks its customer to agree to.

alter table status_links add column sent_at timestamptz;

-- Extra work or a delay: asked once, answered once. What was asked never changes; a new question is a new row.
create table approvals (
  tenant_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  kind text not null check (kind in ('extraWork', 'delay')),
  reason text not null check (length(reason) between 1 and 2000),
  -- In cents; says whether VAT is in it.
  amount_cents bigint check (amount_cents between 1 and 100000000),
  includes_vat boolean,
  -- When the vehicle is to be ready.
  ready_on date,
  asked_at timestamptz not null,
  asked_by uuid not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  answer text check (answer in ('yes', 'no')),
  comment text check (length(comment) <= 1000),
  answered_at timestamptz,
  signer_name text check (length(signer_name) <= 120),
  signature jsonb,
  ip text,
  user_agent text check (length(user_agent) <= 300),
  -- The id the customer's page made for the answer, so that a repeat is none; and the sealed PDF of question and answer.
  answer_id uuid,
  document_id uuid,
  document_sha256 bytea,
  document_byte_size integer,
  primary key (tenant_id, id),
  foreign key (tenant_id, report_id) references damage_reports (tenant_id, id),
  foreign key (tenant_id, asked_by) references staff_users (tenant_id, id),
  foreign key (tenant_id, withdrawn_by) references staff_users (tenant_id, id),
  check ((amount_cents is null) = (includes_vat is null)),
  check (answer is null or withdrawn_at is null),
  check ((answer is null) = (answered_at is null) and (answer is null) = (document_id is null) and (answer is null) = (signature is null) and (answer is null) = (answer_id is null))
);
create index approvals_by_report on approvals (tenant_id, report_id, asked_at);

-- Of the report, or taken for it: that is a file which was uploaded as those of messages are.
create table approval_photos (
  tenant_id uuid not null,
  approval_id uuid not null,
  photo_id uuid not null,
  position integer not null,
  sha256 bytea not null,
  primary key (tenant_id, approval_id, photo_id),
  foreign key (tenant_id, approval_id) references approvals (tenant_id, id)
);
alter table message_files add column approval_id uuid, add constraint message_files_approval foreign key (tenant_id, approval_id) references approvals (tenant_id, id);

do $$
declare owned text;
begin
  foreach owned in array array['approvals', 'approval_photos'] loop
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
    execute format('create policy %I on %I using (tenant_id = current_tenant()) with check (tenant_id = current_tenant())', owned || '_of_tenant', owned);
  end loop;
end $$;
grant select, insert on approvals, approval_photos to meldewerk_app;
grant update (withdrawn_at, withdrawn_by, answer, comment, answered_at, signer_name, signature, ip, user_agent, answer_id, document_id, document_sha256, document_byte_size) on approvals to meldewerk_app;
grant update (approval_id) on message_files to meldewerk_app;
