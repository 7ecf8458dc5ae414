import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runMigrations } from 'graphile-worker';
import postgres from 'postgres';

const migrationsFolder = join(import.meta.dirname, '..', 'migrations');

/** Roles of the cluster. `app` may not bypass row-level security and owns nothing; `search` may read the columns of the report search. */
export const roles = { app: 'meldewerk_app', search: 'meldewerk_search' } as const;

/**
 * Brings a database up to date: roles, the job queue's schema, then every file in migrations/ that has not run yet,
 * each in a transaction of its own (a file whose first line is `-- no transaction` runs outside one, for
 * CREATE INDEX CONCURRENTLY). Safe to run from several processes at once: the others wait for the first.
 * `ownerUrl` needs CREATEROLE. With `appPassword` null the application's login is somebody else's business.
 * Returns the names of the files that ran now; throws RolesOutOfReach when the roles belong to another installation.
 */
export async function migrate(ownerUrl: string, appPassword: string | null): Promise<string[]> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {}, connection: { lock_timeout: 10_000 } });
  try {
    await sql`select pg_advisory_lock(72170001)`;
    await ensureRoles(sql, appPassword);
    await sql`create table if not exists schema_migrations (name text primary key, applied_at timestamptz not null default now())`;
    const done = new Set((await sql<{ name: string }[]>`select name from schema_migrations`).map((row) => row.name));
    const pending = (await readdir(migrationsFolder)).filter((name) => name.endsWith('.sql') && !done.has(name)).sort();
    if (pending.length > 0) await runMigrations({ connectionString: ownerUrl });
    for (const name of pending) await apply(sql, name);
    return pending;
  } finally {
    await sql.end();
  }
}

/** The roles exist in this cluster, and the owner of this database may not administer them. */
export class RolesOutOfReach extends Error {
  constructor() {
    super(`The roles ${roles.app} and ${roles.search} exist in this PostgreSQL, and the user of DATABASE_URL may not administer them (another installation made them?). Let their maker run "grant ${roles.app}, ${roles.search} to <user> with admin option", or use a PostgreSQL of its own.`);
    this.name = 'RolesOutOfReach';
  }
}

async function ensureRoles(sql: postgres.Sql, appPassword: string | null): Promise<void> {
  if (appPassword !== null && !/^[A-Za-z0-9_-]{16,}$/.test(appPassword)) throw new Error('the application role needs a password of at least 16 url-safe characters');
  // Two databases of one cluster share their roles, and both may be migrating: losing that race is not a fault.
  await sql.unsafe(`
    do $$ begin
      if not exists (select from pg_roles where rolname = '${roles.app}') then create role ${roles.app} login nobypassrls; end if;
      if not exists (select from pg_roles where rolname = '${roles.search}') then create role ${roles.search} nologin nobypassrls; end if;
    exception when duplicate_object or unique_violation then null; end $$`);
  try {
    await sql.begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(72170002)`;
      if (appPassword !== null) await tx.unsafe(`alter role ${roles.app} login password '${appPassword}'`);
      await tx.unsafe(`grant ${roles.search} to current_user`);
    });
  } catch (error) {
    throw error instanceof postgres.PostgresError && error.code === '42501' ? new RolesOutOfReach() : error;
  }
}

async function apply(sql: postgres.Sql, name: string): Promise<void> {
  const text = await readFile(join(migrationsFolder, name), 'utf8');
  if (text.startsWith('-- no transaction')) {
    for (const statement of text.split(/;\s*$/m).filter((part) => part.trim())) await sql.unsafe(statement);
    await sql`insert into schema_migrations (name) values (${name})`;
    return;
  }
  await sql.begin(async (tx) => {
    await tx.unsafe(`set local lock_timeout = '2s'`);
    await tx.unsafe(text);
    await tx`insert into schema_migrations (name) values (${name})`;
  });
}

/** The URL by which the application connects: the owner's, as the application role. */
export function appUrlOf(ownerUrl: string, appPassword: string): string {
  const url = new URL(ownerUrl);
  url.username = roles.app;
  url.password = appPassword;
  return url.toString();
}
