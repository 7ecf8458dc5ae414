import { buildBundles } from './bundles.ts';

/** `pnpm build`: the browser bundles, where their sources have changed. */
await buildBundles((name) => process.stdout.write(`building ${name} …\n`));
