import postgres from 'postgres';
import { expect, test } from 'vitest';
import { createTestDatabase } from './database.ts';

test('every test database is migrated, its own, and reached by the application without special rights', async () => {
  const [first, second] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  const asApp = postgres(first.appUrl, { max: 1 });
  const asOwner = postgres(second.ownerUrl, { max: 1 });

  const [role] = await asApp`select current_user as name, rolsuper or rolbypassrls as special from pg_roles where rolname = current_user`;
  expect(role).toEqual({ name: 'meldewerk_app', special: false });
  await asOwner`insert into tenants (id, slug, settings, created_at) values (gen_random_uuid(), 'only-second', '{}', now())`;
  expect(await asApp`select slug from tenants`).toHaveLength(0);

  await Promise.all([asApp.end(), asOwner.end()]);
  await Promise.all([first.drop(), second.drop()]);
});
