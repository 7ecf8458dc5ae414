import type { Grey } from './photo-pixels.ts';

const size = 16;

/**
 * How much brighter or darker each of 16 × 16 fields is than the fields around it, -127 to 127. That stays when a photo is
 * saved again or made smaller, and leaves out what smooth panels have in common: a gradient from sky to ground.
 */
export function fingerprintOf(grey: Grey): number[] {
  const fields = meansOf(grey);
  const differences = fields.map((field, at) => field - surroundings(fields, at));
  const largest = Math.max(1e-6, ...differences.map(Math.abs));
  return differences.map((difference) => Math.round((127 * difference) / largest));
}

/** 0 for the same picture, about 1 for two that have nothing to do with each other. */
export function distanceBetween(one: readonly number[], other: readonly number[]): number {
  let [product, ownSquares, otherSquares] = [0, 1e-6, 1e-6];
  for (const [at, value] of one.entries()) {
    const against = other[at] ?? 0;
    product += value * against;
    ownSquares += value * value;
    otherSquares += against * against;
  }
  return 1 - product / Math.sqrt(ownSquares * otherSquares);
}

function meansOf({ width, height, data }: Grey): number[] {
  return Array.from({ length: size * size }, (_, field) => {
    const [x, y] = [field % size, Math.floor(field / size)];
    const [left, right] = [Math.floor((x * width) / size), Math.floor(((x + 1) * width) / size)];
    const [top, bottom] = [Math.floor((y * height) / size), Math.floor(((y + 1) * height) / size)];
    let sum = 0;
    for (let row = top; row < bottom; row += 1) for (let at = row * width + left; at < row * width + right; at += 1) sum += data[at] ?? 0;
    return sum / Math.max(1, (right - left) * (bottom - top));
  });
}

function surroundings(fields: readonly number[], at: number): number {
  const [x, y] = [at % size, Math.floor(at / size)];
  let [sum, count] = [0, 0];
  for (let nearY = Math.max(0, y - 1); nearY <= Math.min(size - 1, y + 1); nearY += 1) {
    for (let nearX = Math.max(0, x - 1); nearX <= Math.min(size - 1, x + 1); nearX += 1) {
      sum += fields[nearY * size + nearX] ?? 0;
      count += 1;
    }
  }
  return sum / count;
}
