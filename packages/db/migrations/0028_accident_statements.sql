-- The European accident statement of two drivers: facts that both state, what each states for the own side, and two signatures
-- over the very same facts. Nobody edits after signing, and the database holds to that by itself.

create table accident_statements (
  tenant_id uuid not null,
  id uuid not null,
  -- By path: shared.date, a.plate, b.driverName.
  content jsonb not null default '{}',
  -- Who last wrote what both state, by path.
  written_by jsonb not null default '{}',
  version integer not null default 1,
  ready_a boolean not null default false,
  ready_b boolean not null default false,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  -- From the first signature on the facts are what they are, unless that signature is taken back.
  frozen_at timestamptz,
  -- Both have signed: for good.
  closed_at timestamptz,
  document_id uuid,
  document_sha256 bytea,
  document_size bigint,
  -- Until then the two can open it.
  expires_at timestamptz not null,
  primary key (tenant_id, id),
  check (closed_at is null or frozen_at is not null),
  check (document_id is null or closed_at is not null)
);
create index accident_statements_by_expiry on accident_statements (tenant_id, expires_at);

create table accident_statement_parties (
  tenant_id uuid not null,
  statement_id uuid not null,
  side text not null check (side in ('a', 'b')),
  token_hash bytea not null,
  language text not null,
  joined_at timestamptz not null,
  -- The damage report of this driver at the workshop, where there is one.
  report_id uuid,
  primary key (tenant_id, statement_id, side),
  unique (tenant_id, token_hash),
  foreign key (tenant_id, statement_id) references accident_statements (tenant_id, id) on delete cascade,
  foreign key (tenant_id, report_id) references damage_reports (tenant_id, id)
);
create index accident_statement_parties_by_report on accident_statement_parties (tenant_id, report_id) where report_id is not null;

create table accident_statement_pairings (
  tenant_id uuid not null,
  token_hash bytea not null,
  statement_id uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  -- Who joined with it: the same device may ask again after a lost answer.
  used_by bytea,
  primary key (tenant_id, token_hash),
  foreign key (tenant_id, statement_id) references accident_statements (tenant_id, id) on delete cascade
);
create index accident_statement_pairings_by_statement on accident_statement_pairings (tenant_id, statement_id);

create table accident_statement_signatures (
  tenant_id uuid not null,
  statement_id uuid not null,
  side text not null check (side in ('a', 'b')),
  id uuid not null,
  facts_sha256 bytea not null,
  name text not null,
  signature jsonb not null,
  signed_at timestamptz not null,
  -- The side whose device it was given on.
  device text not null check (device in ('a', 'b')),
  ip text,
  user_agent text,
  primary key (tenant_id, statement_id, side),
  unique (tenant_id, id),
  foreign key (tenant_id, statement_id) references accident_statements (tenant_id, id) on delete cascade
);

create function keep_signed_facts() returns trigger language plpgsql as $$
begin
  if old.frozen_at is not null and new.content is distinct from old.content then
    raise exception 'facts that were signed do not change';
  end if;
  if old.closed_at is not null and (new.frozen_at is distinct from old.frozen_at or new.closed_at is distinct from old.closed_at) then
    raise exception 'a closed statement stays closed';
  end if;
  return new;
end $$;
create trigger keep_signed_facts before update on accident_statements for each row execute function keep_signed_facts();

create function keep_final_signatures() returns trigger language plpgsql as $$
begin
  -- Gone with the whole statement, when its time is over, they may be.
  if exists (select from accident_statements s where s.tenant_id = old.tenant_id and s.id = old.statement_id and s.closed_at is not null) then
    raise exception 'signatures of a closed statement stay';
  end if;
  return old;
end $$;
create trigger keep_final_signatures before delete on accident_statement_signatures for each row execute function keep_final_signatures();

alter table accident_statements enable row level security;
alter table accident_statements force row level security;
create policy accident_statements_of_tenant on accident_statements using (tenant_id = current_tenant()) with check (tenant_id = current_tenant());
alter table accident_statement_parties enable row level security;
alter table accident_statement_parties force row level security;
create policy accident_statement_parties_of_tenant on accident_statement_parties using (tenant_id = current_tenant()) with check (tenant_id = current_tenant());
alter table accident_statement_pairings enable row level security;
alter table accident_statement_pairings force row level security;
create policy accident_statement_pairings_of_tenant on accident_statement_pairings using (tenant_id = current_tenant()) with check (tenant_id = current_tenant());
alter table accident_statement_signatures enable row level security;
alter table accident_statement_signatures force row level security;
create policy accident_statement_signatures_of_tenant on accident_statement_signatures using (tenant_id = current_tenant()) with check (tenant_id = current_tenant());

grant select, insert, delete on accident_statements, accident_statement_parties, accident_statement_pairings, accident_statement_signatures to meldewerk_app;
grant update (content, written_by, version, ready_a, ready_b, changed_at, frozen_at, closed_at, document_id, document_sha256, document_size, expires_at) on accident_statements to meldewerk_app;
grant update (report_id) on accident_statement_parties to meldewerk_app;
grant update (used_at, used_by) on accident_statement_pairings to meldewerk_app;
