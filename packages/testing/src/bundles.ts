import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { sharedResource } from './shared-resource.ts';

const root = join(import.meta.dirname, '..', '..', '..');

/** Waits until widget and portal are built from the sources as they are; the run builds them once, for whoever asks first. */
export async function builtBundles(): Promise<void> {
  await sharedResource('bundles');
}

/** Does what `pnpm build` does: only what has changed is built. */
export async function buildOnce(): Promise<{ shared: object; stop(): Promise<void> }> {
  const child = spawn(process.execPath, [join(root, 'platform', 'src', 'local', 'build.ts')], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`the bundles were not built:\n${output}`);
  return { shared: {}, stop: async () => {} };
}
