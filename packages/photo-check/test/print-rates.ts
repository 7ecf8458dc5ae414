import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { photoFindings } from '@meldewerk/contract/photo';
import sharp from 'sharp';
import { generatedSet } from './generated-set.ts';
import { variantsOf, type Labelled } from './labelled-set.ts';
import { count, noRates } from './rates.ts';
import { sceneKinds } from './scenes.ts';
import { timeInBrowser } from './time-in-browser.ts';

/** `pnpm photo-check [folder | --time]`: how often the photo check is wrong, on pictures made here or on variants of the photos in a folder, and how long it takes in a browser. */
const [wanted] = process.argv.slice(2);
const rates = noRates();
if (wanted !== '--time') for await (const labelled of wanted ? variantsOfFolder(wanted) : generatedSet(sceneKinds, 3)) await count(rates, labelled);

console.log('finding     pictures with it   missed          good pictures   false alarms');
for (const finding of photoFindings) {
  const { with: wrong, missed, without, falseAlarms } = rates[finding];
  console.log(`${finding.padEnd(12)}${String(wrong).padStart(16)}${share(missed.length, wrong)}${String(without).padStart(16)}${share(falseAlarms.length, without)}`);
}
for (const finding of photoFindings) {
  for (const name of rates[finding].missed) console.log(`missed ${finding}: ${name}`);
  for (const name of rates[finding].falseAlarms) console.log(`false alarm, ${finding}: ${name}`);
}
await timeInBrowser();

function share(part: number, whole: number): string {
  return (whole > 0 ? `${part} (${((100 * part) / whole).toFixed(1)} %)` : '–').padStart(16);
}

async function* variantsOfFolder(path: string): AsyncGenerator<Labelled> {
  const photos: { name: string; bytes: Buffer }[] = [];
  for (const name of (await readdir(path)).filter((file) => /\.(jpe?g|png|webp)$/i.test(file)).toSorted()) {
    const bytes = await readFile(join(path, name));
    await sharp(bytes).resize(64).toBuffer().then(
      () => photos.push({ name, bytes }),
      (error: unknown) => console.log(`${name} cannot be opened: ${String(error)}`),
    );
  }
  for (const [at, { name, bytes }] of photos.entries()) {
    const next = photos[(at + 1) % photos.length];
    yield* variantsOf(name, bytes, { text: false, sheet: false }, next && next.name !== name ? next.bytes : null);
  }
}
