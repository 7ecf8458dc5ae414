import { defineConfig } from 'vitest/config';

/** As in production: Node runs the TypeScript itself, on one PostgreSQL for the whole run and in one browser per test process. */
const onNode = {
  globalSetup: 'packages/testing/src/global-setup.ts',
  experimental: { viteModuleRunner: false, nodeLoader: false },
  // For a machine far slower than ours, longer than the browser's own 30 s, which name what was waited for; what hangs still ends.
  testTimeout: 120_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 30_000 } },
};
// msw replaces the network of its whole process.
const interceptors = 'packages/messaging/src/*-faults.test.ts';

export default defineConfig({
  test: {
    // The exit code of the tests is all that stands between a fault and a release.
    allowOnly: false,
    // What a platform logs says why a test failed, and is noise when none did.
    silent: 'passed-only',
    // More than cores: most files wait, for a browser, a database or a time-out.
    maxWorkers: 4,
    projects: [
      {
        test: {
          ...onNode,
          name: 'server',
          include: ['{packages/*,platform,tenants}/{src,test}/**/*.test.ts', 'billing/src/server/**/*.test.ts', '{widget,portal,billing}/test/**/*.test.ts'],
          exclude: ['packages/{elements,shell}/**', interceptors],
          // Loading the product takes longer than most files do; nothing in it is kept between them but what never changes.
          isolate: false,
        },
      },
      { test: { ...onNode, name: 'vendors that fail', include: [interceptors] } },
      {
        test: { name: 'browser code', include: ['{widget,portal,packages/elements,packages/shell}/src/**/*.test.ts', 'billing/src/{browser,operator}/**/*.test.ts'] },
      },
    ],
  },
});
