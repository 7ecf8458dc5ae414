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
export function measureSharpness(grey: Grey): Sharpness {
  const { farFactor } = thresholds.blurred;
  const far = shrink(grey, Math.max(1, Math.round(grey.width / farFactor)), Math.max(1, Math.round(grey.height / farFactor)));
  return { near: bothWays(grey), far: bothWays(far) };
}

function bothWays(grey: Grey): Sharpness['near'] {
  return { across: alongLines(grey, 1, grey.width, grey.width, grey.height), down: alongLines(grey, grey.width, 1, grey.height, grey.width) };
}

/** `step` leads along a line of `length` pixels, `nextLine` from one of `lines` to the next. */
function alongLines({ data }: Grey, step: number, nextLine: number, length: number, lines: number): Steepness {
  const { minContrast } = thresholds.blurred;
  const found = new Uint32Array(bins + 1);
  let edges = 0;
  for (let line = 0; line < lines; line += everyLine) {
    const start = line * nextLine;
    for (let at = reach; at < length - reach; at += 1) {
      const here = start + at * step;
      const rise = (data[here + step] ?? 0) - (data[here] ?? 0);
      const size = rise < 0 ? -rise : rise;
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
      const contrast = high - low;
      if (contrast < minContrast) continue;
      edges += 1;
      const share = Math.round((bins * size) / contrast);
      found[share] = (found[share] ?? 0) + 1;
    }
  }
  return { edges, steepness: quantile(found, edges, thresholds.blurred.decidingShare) };
}

function quantile(found: Uint32Array, total: number, share: number): number {
  let passed = 0;
  for (let bin = 0; bin <= bins; bin += 1) {
    passed += found[bin] ?? 0;
    if (passed >= total * share) return bin / bins;
  }
  return 1;
}
