import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { findChromium } from '../src/find-chromium.ts';
import { runShown } from './run-steps.ts';

const root = join(import.meta.dirname, '..', '..', '..');

/** Everything that has to hold: a browser, types, lint and import rules, the bundles with their size limit, all tests. */
bringChromium();
await runShown(process.execPath, [join(import.meta.dirname, 'check.ts')]);
await runShown(process.execPath, [join(root, 'platform', 'src', 'local', 'build.ts')]);
await runShown(process.execPath, [join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', ...process.argv.slice(2)]);

/** The journeys run in a real browser. Where there is none and apt can bring it, it is brought; otherwise we say what to do. */
function bringChromium(): void {
  if (hasChromium()) return;
  if (process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0) {
    console.log('No Chromium here: installing it with apt-get (as root) …');
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env: environment });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation'], { stdio: ['ignore', 'ignore', 'inherit'], env: environment });
    if (hasChromium()) return;
  }
  console.error('The browser tests need Chromium. Install it (Debian, Ubuntu: apt-get install chromium) or name one with CHROMIUM_PATH.');
  process.exit(1);
}

function hasChromium(): boolean {
  try {
    return Boolean(findChromium(process.env));
  } catch {
    return false;
  }
}
