import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { findChromium, findHeadlessShell } from '../src/find-chromium.ts';
import { runTests, runVitest } from '../src/run-tests.ts';
import { runShown } from './run-steps.ts';

const root = join(import.meta.dirname, '..', '..', '..');

/** Everything that has to hold: a browser and PDF readers, types, lint and import rules, the bundles with their size limit, all tests. */
bring('Chromium', hasChromium, ['chromium', 'fonts-liberation'], 'The browser tests need Chromium. Install it (Debian, Ubuntu: apt-get install chromium) or name one with CHROMIUM_PATH.');
bringHeadlessShell();
bring('qpdf and poppler', hasPdfTools, ['qpdf', 'poppler-utils'], 'The tests of signed PDFs need qpdf and pdfsig. Install them (Debian, Ubuntu: apt-get install qpdf poppler-utils).');
await runShown(process.execPath, [join(import.meta.dirname, 'check.ts')]);
await runShown(process.execPath, [join(root, 'platform', 'src', 'local', 'build.ts')]);
process.exitCode = (await runTests((args) => runVitest(args), process.argv.slice(2), console.log)) ? 0 : 1;

/** What the tests hold the product against is not ours. Where it is missing and apt can bring it, it is brought; otherwise we say what to do. */
function bring(name: string, isThere: () => boolean, packages: string[], otherwise: string): void {
  if (isThere()) return;
  if (process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0) {
    console.log(`No ${name} here: installing it with apt-get (as root) …`);
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env: environment });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { stdio: ['ignore', 'ignore', 'inherit'], env: environment });
    if (isThere()) return;
  }
  console.error(otherwise);
  process.exit(1);
}

/** What only makes the tests faster: of the very version of the Chromium that is here, so that nothing else changes, or not at all. */
function bringHeadlessShell(): void {
  if (findHeadlessShell(process.env) || process.env['CHROMIUM_PATH'] || process.getuid?.() !== 0) return;
  const version = spawnSync('dpkg-query', ['--show', '--showformat=${Version}', 'chromium-common'], { encoding: 'utf8' });
  if (version.status !== 0) return;
  const wanted = `chromium-headless-shell=${version.stdout}`;
  const quietly = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
  const impatient = ['-qq', '-o', 'Acquire::Retries=0', '-o', 'Acquire::http::Timeout=15'];
  console.log('No headless shell of Chromium here: installing it with apt-get (as root) if it is to be had; the tests are faster with it …');
  if (spawnSync('apt-cache', ['show', wanted], quietly).status !== 0) spawnSync('apt-get', ['update', ...impatient], quietly);
  spawnSync('apt-get', ['install', '-y', ...impatient, '--no-install-recommends', wanted], quietly);
}

function hasPdfTools(): boolean {
  return ['qpdf', 'pdfsig', 'pdftotext', 'pdftoppm'].every((tool) => spawnSync(tool, ['--version']).error === undefined);
}

function hasChromium(): boolean {
  try {
    return Boolean(findChromium(process.env));
  } catch {
    return false;
  }
}
