import { spawn, type SpawnOptions } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { FailedFile, RunReport } from './failure-report.ts';

const root = join(import.meta.dirname, '..', '..', '..');
/** More than this is no bad luck. */
const filesWithSecondChance = 5;

/** Runs tests and tells how it ended; null when it crashed before it could. */
export type Attempt = (args: string[]) => Promise<RunReport | null>;

/**
 * Runs the tests; whether they hold. A few files that failed are run once more, each alone: what a busy machine made fail
 * passes then and is told at the end, since somebody has to mend it; a fault of the product fails again.
 */
export async function runTests(attempt: Attempt, args: string[], print: (text: string) => void): Promise<boolean> {
  const first = await attempt(args);
  if (!first) print('The tests crashed.');
  if (!first?.finished || first.unhandled.length > 0) return false;
  if (first.failed.length > filesWithSecondChance) print(`${first.failed.length} files failed: too many for a second chance.`);
  if (first.failed.length > filesWithSecondChance) return false;

  const unsteady: FailedFile[] = [];
  for (const failed of first.failed) {
    print(`\nOnce more, alone: ${nameOf(failed)}`);
    const second = await attempt([failed.file]);
    if (second && holds(second)) unsteady.push(failed);
  }
  if (unsteady.length > 0) print(describe(unsteady));
  return unsteady.length === first.failed.length;
}

function holds({ finished, failed, unhandled }: RunReport): boolean {
  return finished && failed.length === 0 && unhandled.length === 0;
}

function describe(unsteady: FailedFile[]): string {
  const bar = '='.repeat(100);
  const files = unsteady.map((file) => [nameOf(file), ...file.problems.map(({ name, message }) => `${name || 'set-up'}\n${indent(message)}`)].join('\n').replaceAll('\n', '\n  '));
  return `\n${bar}\nFAILED ONCE UNDER LOAD, PASSED ALONE: no reason to stop a release, but a test or a product that depends on speed.\n\n${files.join('\n\n')}\n${bar}`;
}

function indent(message: string): string {
  return message.split('\n').slice(0, 30).map((line) => `  ${line}`).join('\n');
}

function nameOf({ file }: FailedFile): string {
  return relative(root, file);
}

/** Vitest in a process of its own, its output shown as it comes unless told otherwise. */
export async function runVitest(args: string[], { env = {}, stdio = ['ignore', 'inherit', 'inherit'] }: Pick<SpawnOptions, 'env' | 'stdio'> = {}): Promise<RunReport | null> {
  const folder = await mkdtemp(join(tmpdir(), 'meldewerk-run-'));
  const report = join(folder, 'report.json');
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const child = spawn(process.execPath, [vitest, 'run', '--reporter=default', `--reporter=${join(import.meta.dirname, 'failure-report.ts')}`, ...args], {
    cwd: root,
    stdio,
    env: { ...process.env, ...env, RUN_REPORT: report },
  });
  const code = await new Promise((resolve) => child.once('close', resolve));
  const written = await readFile(report, 'utf8').catch(() => null);
  await rm(folder, { recursive: true, force: true });
  if (written === null) return null;
  const told = JSON.parse(written) as RunReport;
  // That it says no without naming a file, as where it found no tests, is no to everything.
  return code !== 0 && holds(told) ? { ...told, finished: false } : told;
}
