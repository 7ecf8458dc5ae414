import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // The exit code of the tests is all that stands between a fault and a release.
    allowOnly: false,
    projects: [
      {
        test: {
          name: 'server',
          include: ['{packages/*,platform,tenants}/{src,test}/**/*.test.ts', '{widget,portal}/test/**/*.test.ts'],
          exclude: ['packages/elements/**'],
          globalSetup: 'packages/testing/src/global-setup.ts',
          // As in production: Node runs the TypeScript itself.
          experimental: { viteModuleRunner: false, nodeLoader: false },
          // A journey in a browser takes longer than a unit; one that hangs still ends.
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: { name: 'browser code', include: ['{widget,portal,packages/elements}/src/**/*.test.ts'] },
      },
    ],
  },
});
