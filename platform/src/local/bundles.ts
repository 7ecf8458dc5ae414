import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..', '..');
const sharedSources = ['packages/contract/src', 'packages/catalogue/src', 'packages/elements/src', 'packages/shell/src', 'packages/shell/vite', 'pnpm-lock.yaml'];

/** Builds the widget, the portal and the billing pages unless what they are made of is unchanged since the last time. */
export async function buildBundles(onBuild: (name: string) => void): Promise<void> {
  await Promise.all(
    ['widget', 'portal', 'billing'].map(async (name) => {
      const fingerprint = await fingerprintOf([...sharedSources, `${name}/src`, `${name}/build`, `${name}/index.html`, `${name}/operator.html`, `${name}/vite.config.ts`, `${name}/package.json`]);
      const mark = join(root, name, 'dist', '.fingerprint');
      if ((await readFile(mark, 'utf8').catch(() => '')) === fingerprint) return;
      onBuild(name);
      await build(name);
      await writeFile(mark, fingerprint);
    }),
  );
}

async function fingerprintOf(paths: string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const path of paths) {
    const full = join(root, path);
    const kind = await stat(full).catch(() => null);
    if (!kind) continue;
    const files = kind.isDirectory() ? (await readdir(full, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort() : [full];
    for (const file of files) hash.update(file.slice(root.length)).update('\0').update(await readFile(file));
  }
  return hash.digest('hex');
}

async function build(name: string): Promise<void> {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  // Whatever the server runs as, its bundles are the real ones: NODE_ENV=development would have Lit's debug build in them.
  const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: join(root, name), env: { ...process.env, NODE_ENV: 'production' }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`building ${name} failed:\n${output}`);
}
