import sharp from 'sharp';
import { variantsOf, type Labelled } from './labelled-set.ts';
import { drawScene, type SceneKind } from './scenes.ts';

/** The labelled pictures that the project draws itself: of each kind so many motifs, in all variants. */
export async function* generatedSet(kinds: readonly SceneKind[], seeds: number): AsyncGenerator<Labelled> {
  for (const kind of kinds) {
    for (let seed = 0; seed < seeds; seed += 1) {
      const [picture, next] = await Promise.all([render(kind, seed), render(kind, seed + 100)]);
      yield* variantsOf(`${kind} ${seed}`, picture, { text: kind === 'sheet' || kind === 'odometer', sheet: kind === 'sheet' }, next);
    }
  }
}

function render(kind: SceneKind, seed: number): Promise<Buffer> {
  return sharp(Buffer.from(drawScene(kind, seed))).flatten().jpeg({ quality: 95 }).toBuffer();
}
