import type { Grey } from './photo-pixels.ts';

/** By how many degrees the lines of a photo lean off level or upright (-45 to 45), and how many of all edges lean that way. */
export type Tilt = { degrees: number; share: number };

const minGradient = 40;
const spread = 3;

/** Directions of all edges as angles modulo 90°: a sheet or a display has two directions, which fall together there. */
export function measureTilt({ width, height, data }: Grey): Tilt {
  const weights = new Float64Array(90);
  let total = 0;
  for (let y = 1; y < height - 1; y += 2) {
    for (let x = 1; x < width - 1; x += 1) {
      const at = y * width + x;
      const dx = (data[at + 1] ?? 0) - (data[at - 1] ?? 0);
      const dy = (data[at + width] ?? 0) - (data[at - width] ?? 0);
      const size = Math.abs(dx) + Math.abs(dy);
      if (size < minGradient) continue;
      const degrees = (Math.atan2(dy, dx) * 180) / Math.PI;
      const bin = Math.round(degrees + 360) % 90;
      weights[bin] = (weights[bin] ?? 0) + size;
      total += size;
    }
  }
  let best = { degrees: 0, weight: 0 };
  for (let degrees = 0; degrees < 90; degrees += 1) {
    let weight = 0;
    for (let near = -spread; near <= spread; near += 1) weight += weights[(degrees + near + 90) % 90] ?? 0;
    if (weight > best.weight) best = { degrees, weight };
  }
  return { degrees: best.degrees > 45 ? best.degrees - 90 : best.degrees, share: total > 0 ? best.weight / total : 0 };
}
