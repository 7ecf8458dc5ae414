import { writeFileSync } from 'node:fs';
import type { Reporter, SerializedError, TestModule, TestRunEndReason } from 'vitest/node';

/** A test, or a file's or a group's set-up, that failed; `name` says where in the file, empty for the file itself. */
export type Problem = { name: string; message: string };
export type FailedFile = { file: string; problems: Problem[] };
/** How a run ended: the files that failed, and what was thrown outside any test. */
export type RunReport = { finished: boolean; failed: FailedFile[]; unhandled: string[] };

/** Vitest's own JSON leaves out errors outside tests and all but the first of a set-up, so this is a report of ours, at the path in RUN_REPORT. */
export default class FailureReport implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[], reason: TestRunEndReason): void {
    const report: RunReport = { finished: reason !== 'interrupted', failed: modules.filter((module) => module.state() !== 'passed' && module.state() !== 'skipped').map(describe), unhandled: unhandled.map(messageOf) };
    if (process.env['RUN_REPORT']) writeFileSync(process.env['RUN_REPORT'], JSON.stringify(report));
  }
}

function describe(module: TestModule): FailedFile {
  const problems = module.errors().map((error) => ({ name: '', message: messageOf(error) }));
  for (const suite of module.children.allSuites()) for (const error of suite.errors()) problems.push({ name: suite.fullName, message: messageOf(error) });
  for (const test of module.children.allTests('failed')) for (const error of test.result().errors ?? []) problems.push({ name: test.fullName, message: messageOf(error) });
  return { file: module.moduleId, problems };
}

function messageOf(error: { message: string; stack?: string }): string {
  const place = error.stack?.split('\n').find((line) => line.trim().startsWith('at ') && line.includes('.test.ts'));
  return [error.message, ...(place ? [place.trim()] : [])].join('\n');
}
