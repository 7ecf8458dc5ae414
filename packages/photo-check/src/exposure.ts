import { shrink, type Grey } from './photo-pixels.ts';
import { thresholds } from './thresholds.ts';

export type Exposure = {
  /** Brightness below which `thresholds.dark.brightest` and `.most` of the photo lie. */
  brightest: number;
  most: number;
  /** Of the middle of the photo: the share that is white and nothing else, and how dark its darkest twentieth is. */
  clippedMiddle: number;
  darkestMiddle: number;
  /** The largest reflection, as a share of the photo. */
  spot: number;
};

export function measureExposure(grey: Grey): Exposure {
  const whole = histogram(grey, 0);
  const middle = histogram(grey, 0.15);
  return {
    brightest: percentile(whole, thresholds.dark.brightest),
    most: percentile(whole, thresholds.dark.most),
    clippedMiddle: 1 - shareBelow(middle, thresholds.glare.clipped),
    darkestMiddle: percentile(middle, 0.05),
    spot: largestReflection(grey),
  };
}

type Histogram = { counts: Uint32Array; total: number };

function histogram({ width, height, data }: Grey, margin: number): Histogram {
  const counts = new Uint32Array(256);
  const [left, top] = [Math.round(width * margin), Math.round(height * margin)];
  for (let y = top; y < height - top; y += 1) {
    for (let at = y * width + left; at < (y + 1) * width - left; at += 1) {
      const value = data[at] ?? 0;
      counts[value] = (counts[value] ?? 0) + 1;
    }
  }
  return { counts, total: (width - 2 * left) * (height - 2 * top) };
}

function percentile({ counts, total }: Histogram, share: number): number {
  let passed = 0;
  for (let value = 0; value < 256; value += 1) {
    passed += counts[value] ?? 0;
    if (passed >= total * share) return value;
  }
  return 255;
}

function shareBelow({ counts, total }: Histogram, limit: number): number {
  return counts.subarray(0, limit).reduce((sum, count) => sum + count, 0) / Math.max(1, total);
}

const coarseEdge = 128;

function largestReflection(grey: Grey): number {
  const scale = coarseEdge / Math.max(grey.width, grey.height, coarseEdge);
  const coarse = shrink(grey, Math.max(1, Math.round(grey.width * scale)), Math.max(1, Math.round(grey.height * scale)));
  const seen = new Uint8Array(coarse.data.length);
  let largest = 0;
  for (let at = 0; at < coarse.data.length; at += 1) {
    if (seen[at] || !isWhite(coarse, at)) continue;
    const spot = grow(coarse, at, seen);
    if (isReflection(coarse, spot)) largest = Math.max(largest, spot.pixels.length / coarse.data.length);
  }
  return largest;
}

type Spot = { pixels: number[]; left: number; right: number; top: number; bottom: number };

function isWhite({ data }: Grey, at: number): boolean {
  return (data[at] ?? 0) >= thresholds.glare.clipped;
}

function grow(grey: Grey, from: number, seen: Uint8Array): Spot {
  const { width, height } = grey;
  const spot: Spot = { pixels: [], left: width, right: 0, top: height, bottom: 0 };
  const open = [from];
  seen[from] = 1;
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const [x, y] = [at % width, Math.floor(at / width)];
    spot.pixels.push(at);
    spot.left = Math.min(spot.left, x);
    spot.right = Math.max(spot.right, x);
    spot.top = Math.min(spot.top, y);
    spot.bottom = Math.max(spot.bottom, y);
    for (const [dx, dy] of [[1, 0], [-1, 0], [0, 1], [0, -1]] as const) {
      const next = at + dx + dy * width;
      if (x + dx < 0 || x + dx >= width || y + dy < 0 || y + dy >= height || seen[next] || !isWhite(grey, next)) continue;
      seen[next] = 1;
      open.push(next);
    }
  }
  return spot;
}

function isReflection(grey: Grey, spot: Spot): boolean {
  const { minFill, minFall, maxAbruptness } = thresholds.glare;
  if (spot.left === 0 || spot.top === 0 || spot.right === grey.width - 1 || spot.bottom === grey.height - 1) return false;
  const box = (spot.right - spot.left + 1) * (spot.bottom - spot.top + 1);
  if (spot.pixels.length / box < minFill) return false;
  const nearFall = 255 - ringBrightness(grey, spot, 2);
  const fall = 255 - ringBrightness(grey, spot, 5);
  return fall >= minFall && nearFall <= fall * maxAbruptness;
}

/** How bright it is so many coarse pixels outside the spot, by the median. */
function ringBrightness({ width, height, data }: Grey, { pixels }: Spot, distance: number): number {
  const inside = new Set(pixels);
  const ring = new Set<number>();
  for (const at of pixels) {
    const [x, y] = [at % width, Math.floor(at / width)];
    for (const [dx, dy] of [[1, 0], [-1, 0], [0, 1], [0, -1]] as const) {
      if (inside.has(at + dx + dy * width)) continue;
      const [otherX, otherY] = [x + dx * distance, y + dy * distance];
      const other = otherY * width + otherX;
      if (otherX >= 0 && otherX < width && otherY >= 0 && otherY < height && !inside.has(other)) ring.add(other);
    }
  }
  const values = [...ring].map((at) => data[at] ?? 0).toSorted((one, other) => one - other);
  return values[Math.floor(values.length / 2)] ?? 255;
}
