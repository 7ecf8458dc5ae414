import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { RunReport } from './failure-report.ts';
import { runTests, runVitest, type Attempt } from './run-tests.ts';

const passed: RunReport = { finished: true, failed: [], unhandled: [] };
const failedIn = (...files: string[]): RunReport => ({ ...passed, failed: files.map((file) => ({ file, problems: [{ name: 'a guarantee', message: `broken in ${file}` }] })) });

async function outcomeOf(first: RunReport | null, alone: (file: string) => RunReport | null = () => passed) {
  const asked: string[][] = [];
  const printed: string[] = [];
  const attempt: Attempt = async (args) => {
    asked.push(args);
    return asked.length === 1 ? first : alone(args[0] ?? '');
  };
  const holds = await runTests(attempt, ['--bail=0'], (text) => printed.push(text));
  return { holds, asked, printed: printed.join('\n') };
}

test('tests that pass are run once', async () => {
  expect(await outcomeOf(passed)).toMatchObject({ holds: true, asked: [['--bail=0']], printed: '' });
});

test('what failed under load and passes alone stops nothing, and is told with its error', async () => {
  const { holds, asked, printed } = await outcomeOf(failedIn('/one.test.ts', '/two.test.ts'));
  expect([holds, asked]).toEqual([true, [['--bail=0'], ['/one.test.ts'], ['/two.test.ts']]]);
  for (const told of ['FAILED ONCE UNDER LOAD', 'a guarantee', 'broken in /one.test.ts', 'broken in /two.test.ts']) expect(printed).toContain(told);
});

test.each([
  ['fails again', failedIn('/one.test.ts')],
  ['throws outside its tests', { ...passed, unhandled: ['thrown'] }],
  ['does not finish', { ...passed, finished: false }],
  ['crashes', null],
])('a file that %s the second time fails the run, whatever another does', async (_, second) => {
  const { holds, printed } = await outcomeOf(failedIn('/one.test.ts', '/two.test.ts'), (file) => (file === '/one.test.ts' ? second : passed));
  expect(holds).toBe(false);
  expect(printed.slice(printed.indexOf('FAILED ONCE UNDER LOAD'))).not.toContain('/one.test.ts');
});

test.each([
  ['crashed', null],
  ['did not finish', { ...failedIn('/one.test.ts'), finished: false }],
  ['had an error outside any test', { ...failedIn('/one.test.ts'), unhandled: ['thrown'] }],
  ['failed in many files', failedIn('/1', '/2', '/3', '/4', '/5', '/6')],
])('a run that %s has no second chance', async (_, first) => {
  expect(await outcomeOf(first)).toMatchObject({ holds: false, asked: [['--bail=0']] });
});

test('with real test files: one whose set-up failed once is forgiven, one with a fault is not', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'meldewerk-unsteady-'));
  const fixtures = join(import.meta.dirname, '..', 'test', 'unsteady');
  const printed: string[] = [];
  const attempt: Attempt = (args) => runVitest([...args, `--root=${fixtures}`], { env: { MEMORY: folder }, stdio: 'ignore' });
  expect(await runTests(attempt, ['unsteady.spec', 'faulty.spec'], (text) => printed.push(text))).toBe(false);
  const told = printed.join('\n');
  expect(told).toContain('Once more, alone: packages/testing/test/unsteady/faulty.spec.ts');
  const forgiven = told.slice(told.indexOf('FAILED ONCE UNDER LOAD'));
  expect(forgiven).toContain('packages/testing/test/unsteady/unsteady.spec.ts\n  set-up\n    the machine was busy');
  expect(forgiven).not.toContain('faulty');

  expect(await attempt(['outside.spec'])).toMatchObject({ failed: [], unhandled: [expect.stringContaining('outside any test')] });
  await rm(folder, { recursive: true });
});
