-- Keys of the installation as a whole, so that every process of it uses the same. They belong to no tenant.
create table installation_keys (
  purpose text primary key check (purpose in ('seal')),
  certificate bytea not null,
  -- AES-256-GCM: 12 bytes of nonce, the encrypted key, 16 bytes of tag. What opens it comes from SECRET.
  encrypted_key bytea not null,
  created_at timestamptz not null
);
grant select, insert on installation_keys to meldewerk_app;
