import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { startEmbeddedPostgres } from '@meldewerk/db/embedded';
import postgres from 'postgres';

export type LocalDatabase = { ownerUrl: string; where: string; stop(): Promise<void> };

/** The database of a local start: the one that comes with the project, in its data folder. */
export async function startLocalDatabase(dataFolder: string): Promise<LocalDatabase> {
  const folder = await postgresFolder(dataFolder);
  const server = await startEmbeddedPostgres({ folder, durable: true });
  const sql = postgres(server.adminUrl, { max: 1, onnotice: () => {} });
  try {
    const [known] = await sql`select from pg_database where datname = 'meldewerk'`;
    if (!known) await sql.unsafe('create database meldewerk');
  } finally {
    await sql.end();
  }
  return { ownerUrl: server.urlOf('meldewerk'), where: folder, stop: server.stop };
}

/** As root, PostgreSQL runs as another user, who cannot enter a checkout inside root's home: then the data lives in /var/lib. */
async function postgresFolder(dataFolder: string): Promise<string> {
  if (process.getuid?.() !== 0 || (await everybodyCanEnter(dirname(dataFolder)))) return join(dataFolder, 'postgres');
  const checkout = createHash('sha256').update(dataFolder).digest('hex').slice(0, 12);
  return `/var/lib/meldewerk-${checkout}`;
}

async function everybodyCanEnter(folder: string): Promise<boolean> {
  for (let path = folder; ; path = dirname(path)) {
    if (((await stat(path)).mode & 0o001) === 0) return false;
    if (path === dirname(path)) return true;
  }
}
