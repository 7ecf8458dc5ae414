import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import postgres from 'postgres';
import { startEmbeddedPostgres } from './embedded.ts';

export type LocalDatabase = { ownerUrl: string; where: string; stop(): Promise<void> };

const name = 'meldewerk';

/** The database of a local start: the one that comes with the project, in its data folder. Made when it is not there yet. */
export async function startLocalDatabase(dataFolder: string): Promise<LocalDatabase> {
  const folder = await clusterFolder(dataFolder);
  const server = await startEmbeddedPostgres({ folder, durable: true });
  const sql = postgres(server.adminUrl, { max: 1, onnotice: () => {} });
  try {
    const [known] = await sql`select from pg_database where datname = ${name}`;
    if (!known) await sql.unsafe(`create database ${name}`);
  } finally {
    await sql.end();
  }
  return { ownerUrl: server.urlOf(name), where: folder, stop: server.stop };
}

/**
 * The same database for a command: joins the server of a running local start and leaves it running, else starts one until
 * `stop`. Null when there has never been a local start.
 */
export async function visitLocalDatabase(dataFolder: string): Promise<LocalDatabase | null> {
  const folder = await clusterFolder(dataFolder);
  const password = await readFile(join(folder, 'password'), 'utf8').catch(() => null);
  if (password === null) return null;
  const port = await portOfRunning(join(folder, 'data', 'postmaster.pid'));
  if (port === null) return startLocalDatabase(dataFolder);
  return { ownerUrl: `postgres://postgres:${password.trim()}@127.0.0.1:${port}/${name}`, where: folder, stop: async () => {} };
}

/** PostgreSQL writes its process id in the first line of this file and its port in the fourth. */
async function portOfRunning(pidFile: string): Promise<number | null> {
  const lines = (await readFile(pidFile, 'utf8').catch(() => '')).split('\n');
  try {
    process.kill(Number(lines[0]) || Number.NaN, 0);
    return Number(lines[3]);
  } catch {
    return null;
  }
}

/** As root, PostgreSQL runs as another user, who cannot enter a checkout inside root's home: then the data lives in /var/lib. */
async function clusterFolder(dataFolder: string): Promise<string> {
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
