import { readFileSync, rmSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '@meldewerk/db/embedded';
import { appUrlOf, migrate } from '@meldewerk/db/migrate';
import postgres from 'postgres';

const appPassword = 'only-for-measuring-here';

export type Cluster = {
  folder: string;
  /** A freshly migrated database of that name. */
  createDatabase(name: string): Promise<{ ownerUrl: string; appUrl: string }>;
  remove(): Promise<void>;
};

/** A PostgreSQL of our own in a temporary folder, as durable as in production; everything is gone after `remove`. */
export async function startCluster(): Promise<Cluster> {
  const folder = await mkdtemp(join(tmpdir(), 'meldewerk-bench-'));
  // As root, PostgreSQL runs as somebody else, who has to get in.
  await chmod(folder, 0o711);
  const server = await startEmbeddedPostgres({ folder: join(folder, 'postgres'), durable: true });
  const endWithRun = () => removeLeftOver(folder);
  process.once('exit', endWithRun);
  return {
    folder,
    async createDatabase(name) {
      const admin = postgres(server.adminUrl, { max: 1, onnotice: () => {} });
      await admin.unsafe(`create database ${name}`).finally(() => admin.end());
      const ownerUrl = server.urlOf(name);
      await migrate(ownerUrl, appPassword);
      return { ownerUrl, appUrl: appUrlOf(ownerUrl, appPassword) };
    },
    async remove() {
      process.off('exit', endWithRun);
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The server runs in a process group of its own; a run that ends otherwise (a closed pipe is enough) must not leave it behind. */
function removeLeftOver(folder: string): void {
  try {
    process.kill(Number(readFileSync(join(folder, 'postgres', 'data', 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGQUIT');
    // Nothing can be awaited any more, and PostgreSQL writes until it has ended.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_000);
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // It is gone already.
  }
}
