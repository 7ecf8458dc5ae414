import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '@meldewerk/db/free-port';
import type { Cluster } from './cluster.ts';
import { figure, spreadOf, type Finding } from './measure.ts';

const root = join(import.meta.dirname, '..', '..', '..');

/** `pnpm start` as a person meets it, until it answers; then what it holds in memory when nobody asks for anything. */
export async function* measureColdStart(cluster: Cluster, quick: boolean): AsyncGenerator<Finding> {
  const dataFolder = join(cluster.folder, 'start');
  const first = await startOnce(dataFolder, 0);
  yield { what: 'first start, until /readyz answers (bundles built before)', figures: `${figure(first.seconds)} s` };
  const later = [];
  for (let round = 0; round < (quick ? 1 : 3); round++) later.push(await startOnce(dataFolder, round === 0 ? 6_000 : 0));
  const seconds = spreadOf(later.map((start) => start.seconds));
  const { node, database } = later[0]?.memory ?? { node: 0, database: 0 };
  yield { what: 'second start, database included', figures: `${figure(seconds.median)} s (${figure(seconds.min)}–${figure(seconds.max)})`, target: '≤ 3 s' };
  yield { what: 'memory at rest (proportional set size)', figures: `server and worker ${figure(node)} MB, PostgreSQL ${figure(database)} MB`, target: '≤ 200 MB for server and worker' };
}

async function startOnce(dataFolder: string, restMs: number) {
  const port = await freePort();
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], PORT: String(port), DATA_FOLDER: dataFolder, LOG_LEVEL: 'silent' };
  const startedAt = performance.now();
  const child = spawn(process.execPath, [join(root, 'platform', 'src', 'main.ts')], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  try {
    while (!(await isReady(port))) {
      if (child.exitCode !== null) throw new Error('the start failed');
      await delay(10);
    }
    const seconds = (performance.now() - startedAt) / 1000;
    while (!output.includes('Portal')) await delay(50);
    await delay(restMs);
    return { seconds, memory: await memoryOf(child.pid ?? 0) };
  } finally {
    child.kill('SIGINT');
    await ended;
  }
}

async function isReady(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/readyz`).then(
    (answer) => answer.ok,
    () => false,
  );
}

/** Megabytes of a process and those it started, PostgreSQL apart; shared pages are divided among their users. Linux only. */
async function memoryOf(pid: number): Promise<{ node: number; database: number }> {
  const sum = { node: 0, database: 0 };
  for (const member of [pid, ...(await descendantsOf(pid))]) {
    const [name, rollup] = await Promise.all([readFile(`/proc/${member}/comm`, 'utf8').catch(() => ''), readFile(`/proc/${member}/smaps_rollup`, 'utf8').catch(() => '')]);
    sum[name.startsWith('postgres') ? 'database' : 'node'] += Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0) / 1024;
  }
  return sum;
}

async function descendantsOf(pid: number): Promise<number[]> {
  const parents = new Map<number, number>();
  for (const name of await readdir('/proc').catch(() => [])) {
    const stat = /^\d+$/.test(name) ? await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '') : '';
    if (stat) parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
  }
  const children = (of: number): number[] => [...parents].filter(([, parent]) => parent === of).flatMap(([child]) => [child, ...children(child)]);
  return children(pid);
}
