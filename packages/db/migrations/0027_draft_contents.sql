-- What customers have typed into a report that is not sent yet, field by field, so that a second device goes on with it and two
-- at once keep both; and the way from a computer to a phone that takes photos and signs in the same draft.

-- Counts the changes of a draft's content. Whoever changes it holds this row first.
create table draft_contents (
  tenant_id uuid not null,
  draft_id uuid not null,
  revision bigint not null,
  changed_at timestamptz not null,
  primary key (tenant_id, draft_id),
  foreign key (tenant_id, draft_id) references drafts (tenant_id, id) on delete cascade
);
create index draft_contents_by_change on draft_contents (tenant_id, changed_at);

create table draft_fields (
  tenant_id uuid not null,
  draft_id uuid not null,
  path text not null check (length(path) <= 200),
  -- JSON null stands for a field that was emptied or taken away: it has to win over older values like any other one.
  value jsonb not null,
  -- When it was typed, in milliseconds by the clock of the server: the later one of two wins.
  stamp bigint not null,
  revision bigint not null,
  primary key (tenant_id, draft_id, path),
  foreign key (tenant_id, draft_id) references draft_contents (tenant_id, draft_id) on delete cascade
);
create index draft_fields_by_revision on draft_fields (tenant_id, draft_id, revision);

create table draft_handoffs (
  tenant_id uuid not null,
  id uuid not null,
  draft_id uuid not null,
  -- SHA-256 of the token in the QR code, good for one phone and for minutes.
  token_hash bytea not null,
  -- SHA-256 of the bearer that had made it: when a link is renewed, its phones stop with it.
  owner_hash bytea not null,
  purpose text not null check (purpose = 'photosAndSignatures'),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  -- SHA-256 of the phone's own bearer, from the moment it has scanned the code.
  bearer_hash bytea,
  claimed_at timestamptz,
  seen_at timestamptz,
  ended_at timestamptz,
  ended_by text check (ended_by in ('computer', 'phone', 'sending')),
  primary key (tenant_id, id),
  unique (tenant_id, token_hash),
  unique (tenant_id, bearer_hash),
  check ((bearer_hash is null) = (claimed_at is null)),
  check ((ended_at is null) = (ended_by is null)),
  foreign key (tenant_id, draft_id) references drafts (tenant_id, id) on delete cascade
);
create index draft_handoffs_by_draft on draft_handoffs (tenant_id, draft_id, created_at);
create index draft_handoffs_by_age on draft_handoffs (tenant_id, created_at);

-- Which of them a photo came by: a phone takes back its own alone.
alter table photos add column handoff_id uuid;

do $$
declare owned text;
begin
  foreach owned in array array['draft_contents', 'draft_fields', 'draft_handoffs'] loop
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
    execute format('create policy %I on %I using (tenant_id = current_tenant()) with check (tenant_id = current_tenant())', owned || '_of_tenant', owned);
  end loop;
end $$;
grant select, insert, delete on draft_contents, draft_fields, draft_handoffs to meldewerk_app;
grant update (revision, changed_at) on draft_contents to meldewerk_app;
grant update (value, stamp, revision) on draft_fields to meldewerk_app;
grant update (bearer_hash, claimed_at, seen_at, ended_at, ended_by) on draft_handoffs to meldewerk_app;
