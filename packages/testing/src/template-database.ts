import { readFileSync, rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '@meldewerk/db/embedded';
import { migrate } from '@meldewerk/db/migrate';
import postgres from 'postgres';

/** How test files reach the cluster; `template` is migrated and stays untouched. */
export type TemplateDatabase = { adminUrl: string; appPassword: string; template: string };

const template = 'meldewerk_template';
const appPassword = 'only-for-tests-of-this-run';

/** Starts a PostgreSQL that gives durability up for speed, in a temporary folder, and migrates one database to clone from. */
export async function startTemplate(): Promise<{ shared: TemplateDatabase; stop(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'meldewerk-test-'));
  const cluster = await startEmbeddedPostgres({ folder, durable: false, maxConnections: 300 });
  const endWithRun = () => killLeftOver(folder);
  process.once('exit', endWithRun);

  const admin = postgres(cluster.adminUrl, { max: 1, onnotice: () => {} });
  await admin.unsafe(`create database ${template}`);
  await admin.end();
  await migrate(cluster.urlOf(template), appPassword);

  return {
    shared: { adminUrl: cluster.adminUrl, appPassword, template },
    async stop() {
      process.off('exit', endWithRun);
      await cluster.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The server runs in a process group of its own; a run that ends without its teardown must not leave it behind. */
function killLeftOver(folder: string): void {
  try {
    process.kill(Number(readFileSync(join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGQUIT');
  } catch {
    // It is gone already.
  }
  rmSync(folder, { recursive: true, force: true });
}
