import { runSteps } from './run-steps.ts';

/** Types, lint and import rules, side by side. */
await runSteps([
  ['types: server', 'tsc', ['-p', '.']],
  ['types: widget', 'tsc', ['-p', 'widget']],
  ['types: portal', 'tsc', ['-p', 'portal']],
  ['types: billing', 'tsc', ['-p', 'billing']],
  ['types: elements', 'tsc', ['-p', 'packages/elements']],
  ['types: shell', 'tsc', ['-p', 'packages/shell']],
  ['types: browser tests', 'tsc', ['-p', 'packages/testing']],
  ['lint', 'oxlint', ['--quiet']],
  ['import rules', 'depcruise', ['--config', '.dependency-cruiser.mjs', '--output-type', 'err', 'packages', 'platform', 'tenants', 'billing', 'widget', 'portal']],
]);
