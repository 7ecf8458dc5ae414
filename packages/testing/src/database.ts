import { randomUUID } from 'node:crypto';
import { appUrlOf } from '@meldewerk/db/migrate';
import postgres from 'postgres';
import { sharedResource } from './shared-resource.ts';
import type { TemplateDatabase } from './template-database.ts';

export type TestDatabase = {
  /** Superuser of a database of this file's own. */
  ownerUrl: string;
  /** The same database as the application role: row-level security holds. */
  appUrl: string;
  drop(): Promise<void>;
};

/** A freshly migrated database of one's own, cloned from the run's template; call `drop` when done. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { adminUrl, appPassword, template } = await sharedResource<TemplateDatabase>('postgres');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const administer = async (statement: string) => {
    const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
    await sql.unsafe(statement).finally(() => sql.end());
  };

  await administer(`create database ${name} template ${template}`);
  const ownerUrl = Object.assign(new URL(adminUrl), { pathname: `/${name}` }).toString();
  return {
    ownerUrl,
    appUrl: appUrlOf(ownerUrl, appPassword),
    drop: () => administer(`drop database if exists ${name} with (force)`),
  };
}
