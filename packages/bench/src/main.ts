import { parseArgs } from 'node:util';
import { startCluster, type Cluster } from './cluster.ts';
import { measureColdStart } from './cold-start.ts';
import { measureExports } from './exports.ts';
import { measureFirstStep } from './first-step.ts';
import { measureLists } from './lists.ts';
import { figure, type Finding } from './measure.ts';
import { measurePhotos } from './photos.ts';
import { measureSubmissions } from './submissions.ts';
import { measureUploads } from './uploads.ts';
import { measureWidget } from './widget-size.ts';

const parts: Record<string, (cluster: Cluster, quick: boolean) => AsyncGenerator<Finding>> = {
  widget: async function* (cluster, quick) {
    yield* measureWidget(cluster, quick);
    yield* measureFirstStep(cluster, quick);
  },
  start: measureColdStart,
  submit: measureSubmissions,
  upload: measureUploads,
  photos: measurePhotos,
  list: measureLists,
  export: measureExports,
};

const help = `pnpm bench [--quick] [${Object.keys(parts).join('] [')}]

Measures the product against the raw limit of this machine, in turns within one run. Ratios are medians of several rounds,
with the smallest and largest; absolute figures hold for this machine and this hour only. --quick measures less.`;

const { values, positionals } = parseArgs({ args: process.argv.slice(2).filter((argument) => argument !== '--'), options: { quick: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } }, allowPositionals: true });
const unknown = positionals.filter((name) => !Object.hasOwn(parts, name));
if (values.help || unknown.length > 0) {
  console.log(`${unknown.map((name) => `There is nothing to measure called "${name}".\n`).join('')}${help}`);
  process.exit(unknown.length > 0 ? 1 : 0);
}

const cluster = await startCluster();
const stop = () => void cluster.remove().then(() => process.exit(130));
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
try {
  for (const name of positionals.length > 0 ? positionals : Object.keys(parts)) {
    console.log(`\n${name}`);
    for await (const finding of parts[name]?.(cluster, values.quick ?? false) ?? []) print(finding);
  }
} finally {
  await cluster.remove();
}

function print({ what, figures, ratio, target }: Finding): void {
  const compared = ratio ? `ratio ${figure(ratio.median)} (${figure(ratio.min)}–${figure(ratio.max)})   ` : '';
  console.log(`  ${what}\n      ${compared}${figures}${target ? `   target ${target}` : ''}`);
}
