import { shrink, type Grey } from './photo-pixels.ts';
import { thresholds } from './thresholds.ts';

/** Of edges in one direction: how many, and how steep they are; 1 is a step from one pixel to the next. */
export type Steepness = { steepness: number; edges: number };
/** `near` as the photo is, `far` as from far away; each across and down. */
export type Sharpness = Record<'near' | 'far', { across: Steepness; down: Steepness }>;

const reach = 6;
const bins = 100;
/** One line of three says as much as all of them, in a third of the time. */
const everyLine = 3;

/**
 * Looks at edges alone, so contrast and motif do not matter: across a strong edge, which share of the whole rise lies in its
 * steepest pixel? Across and down on their own, since a shaken camera smears one direction only.
 */
export function* measureSharpness(grey: Grey): Generator<void, Sharpness> {
  const { farFactor } = thresholds.blurred;
  const far = shrink(grey, Math.max(1, Math.round(grey.width / farFactor)), Math.max(1, Math.round(grey.height / farFactor)));
  yield;
  return { near: yield* bothWays(grey), far: yield* bothWays(far) };
}

function* bothWays(grey: Grey): Generator<void, Sharpness['near']> {
  const across = yield* alongLines(grey, { step: 1, nextLine: grey.width, length: grey.width, lines: grey.height });
  const down = yield* alongLines(grey, { step: grey.width, nextLine: 1, length: grey.height, lines: grey.width });
  return { across, down };
}

/** `step` leads along a line of `length` pixels, `nextLine` from one of `lines` to the next. */
type Way = { step: number; nextLine: number; length: number; lines: number };

function* alongLines(grey: Grey, way: Way): Generator<void, Steepness> {
  const found = new Uint32Array(bins + 1);
  for (let line = 0; line < way.lines; line += everyLine) {
    countEdges(grey, way, line * way.nextLine, found);
    if (line % (64 * everyLine) === 0) yield;
  }
  const edges = found.reduce((sum, count) => sum + count, 0);
  return { edges, steepness: quantile(found, edges, thresholds.blurred.decidingShare) };
}

/** Counts the edges of one line by their steepness. */
function countEdges({ data }: Grey, { step, length }: Way, start: number, found: Uint32Array): void {
  const { minContrast } = thresholds.blurred;
  for (let at = reach; at < length - reach; at += 1) {
    const here = start + at * step;
    const size = Math.abs((data[here + step] ?? 0) - (data[here] ?? 0));
    if (size < 3) continue;
    const before = Math.abs((data[here] ?? 0) - (data[here - step] ?? 0));
    const after = Math.abs((data[here + 2 * step] ?? 0) - (data[here + step] ?? 0));
    if (size < before || size <= after) continue;
    let low = 255;
    let high = 0;
    for (let near = here - (reach - 1) * step; near <= here + reach * step; near += step) {
      const value = data[near] ?? 0;
      if (value < low) low = value;
      if (value > high) high = value;
    }
    if (high - low < minContrast) continue;
    const share = Math.round((bins * size) / (high - low));
    found[share] = (found[share] ?? 0) + 1;
  }
}

function quantile(found: Uint32Array, total: number, share: number): number {
  let passed = 0;
  for (let bin = 0; bin <= bins; bin += 1) {
    passed += found[bin] ?? 0;
    if (passed >= total * share && total > 0) return bin / bins;
  }
  return 0;
}
