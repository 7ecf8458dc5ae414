import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type DatabaseClient } from '@meldewerk/db/client';
import { partnerActivations } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { createTestDatabase, type TestDatabase } from '@meldewerk/testing/database';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findTenantBySlug } from '../src/find.ts';

let database: TestDatabase;
let client: DatabaseClient;

beforeAll(async () => {
  database = await createTestDatabase();
  client = connect(database.ownerUrl, { poolSize: 1 });
});
afterAll(async () => {
  await client.close();
  await database.drop();
});

const contact = ['--street', 'Beispielweg 3', '--postal-code', '76131', '--city', 'Karlsruhe', '--phone', '+49 721 0000000', '--email', 'hallo@autohaus.example'];
const staff = ['--staff-name', 'Erika Beispiel', '--staff-email', 'Erika@Autohaus.example'];

function run(command: 'create' | 'suspend' | 'partners', args: string[], env: Record<string, string> = { DATABASE_URL: database.ownerUrl }) {
  return new Promise<{ code: number; out: string; err: string }>((resolve) => {
    execFile(process.execPath, [join(import.meta.dirname, '..', 'bin', `${command}.ts`), ...args], { env }, (error, out, err) => resolve({ code: error ? Number(error.code) : 0, out, err }));
  });
}

test('a workshop is created with its first staff user, whose invitation is printed and stored only as a hash', async () => {
  const { code, out } = await run('create', ['--', '--slug', 'autohaus-beispiel', '--name', 'Autohaus Beispiel', ...contact, ...staff]);
  expect(code).toBe(0);
  expect(out).toContain('http://autohaus-beispiel.localhost:3000/portal');
  const token = /reset-password#(\S+)/.exec(out)?.[1] ?? '';

  const tenant = await findTenantBySlug(client.db, 'autohaus-beispiel');
  expect(tenant?.settings.address.city).toBe('Karlsruhe');
  const rows = await client.sql`
    select u.email, u.role, u.password_hash, extract(day from r.expires_at - r.created_at)::int as days
    from password_resets r join staff_users u on u.id = r.staff_user_id where r.token_hash = ${createHash('sha256').update(token).digest()}`;
  expect(rows).toEqual([{ email: 'erika@autohaus.example', role: 'admin', password_hash: null, days: 7 }]);
});

test('everything that is wrong with the options is said at once, and nothing is created', async () => {
  const { code, err } = await run('create', ['--slug', 'WWW', '--staff-email', 'nobody', '--staff-role', 'boss', '--name', 'X']);
  expect(code).toBe(1);
  for (const fault of ['--street: fehlt', '--city: fehlt', '--slug: 3 bis 40', '--staff-email: keine E-Mail-Adresse', '--staff-role: admin, clerk, viewer']) expect(err).toContain(fault);
});

test('a name that is taken, an unknown option and a missing database are told in a sentence', async () => {
  await run('create', ['--slug', 'zweimal', '--name', 'Zweimal', ...contact, ...staff]);
  const again = await run('create', ['--slug', 'zweimal', '--name', 'Zweimal', ...contact, ...staff]);
  expect(again).toMatchObject({ code: 1, err: expect.stringContaining('ist vergeben') });
  expect((await run('suspend', ['--slag', 'x'])).err).not.toContain('at ');
  const folder = await mkdtemp(join(tmpdir(), 'meldewerk-none-'));
  const nowhere = await run('suspend', ['--slug', 'zweimal'], { DATA_FOLDER: folder });
  await rm(folder, { recursive: true });
  expect(nowhere).toMatchObject({ code: 1, err: expect.stringContaining('pnpm start') });
});

test('links follow the public address of the installation', async () => {
  const env = { DATABASE_URL: database.ownerUrl, BASE_DOMAIN: 'schaden.example', PUBLIC_PROTOCOL: 'https' };
  const { out } = await run('create', ['--slug', 'oeffentlich', '--name', 'Öffentlich', ...contact, ...staff], env);
  expect(out).toContain('https://oeffentlich.schaden.example/portal/reset-password#');
});

test('a workshop is suspended and brought back', async () => {
  await run('create', ['--slug', 'auf-und-zu', '--name', 'Auf und zu', ...contact, ...staff]);
  expect((await run('suspend', ['--slug', 'auf-und-zu'])).code).toBe(0);
  expect((await findTenantBySlug(client.db, 'auf-und-zu'))?.suspendedAt).toBeInstanceOf(Date);
  expect((await run('suspend', ['--slug', 'auf-und-zu', '--resume'])).code).toBe(0);
  expect((await findTenantBySlug(client.db, 'auf-und-zu'))?.suspendedAt).toBeNull();
  expect((await run('suspend', ['--slug', 'nie-gesehen'])).err).toContain('es gibt keine Werkstatt');
});

test('partners are listed, added, renamed, put out of service, and switched on and off for one workshop', async () => {
  await run('create', ['--slug', 'mit-partner', '--name', 'Mit Partner', ...contact, ...staff]);
  const tenantId = (await findTenantBySlug(client.db, 'mit-partner'))?.id ?? '';
  const active = () => inTenant(client.db, tenantId, (tx) => tx.select({ email: partnerActivations.email, off: partnerActivations.deactivatedAt }).from(partnerActivations).where(eq(partnerActivations.tenantId, tenantId)));
  expect((await run('partners', ['add', '--name', 'Flotte Süd', '--kind', 'fleet'])).code).toBe(0);
  expect((await run('partners', ['add', '--name', 'flotte süd', '--kind', 'fleet'])).err).toContain('gibt es schon');
  expect((await run('partners', ['rename', '--name', 'Flotte Süd', '--to', 'Flotte Südwest'])).code).toBe(0);

  expect((await run('partners', ['activate', '--slug', 'mit-partner', '--name', 'flotte südwest', '--email', 'Schaden@flotte.example'])).code).toBe(0);
  expect(await active()).toEqual([{ email: 'schaden@flotte.example', off: null }]);
  expect((await run('partners', ['deactivate', '--slug', 'mit-partner', '--name', 'Flotte Südwest'])).code).toBe(0);
  expect((await active())[0]?.off).toBeInstanceOf(Date);

  await run('partners', ['disable', '--name', 'Flotte Südwest']);
  const { out } = await run('partners', ['--', 'list']);
  for (const line of ['außer Dienst', 'Innovation Group (steering)']) expect(out).toContain(line);
  expect((await run('partners', ['activate', '--slug', 'mit-partner', '--name', 'Flotte Südwest'])).err).toContain('außer Dienst');
}, 40_000);
