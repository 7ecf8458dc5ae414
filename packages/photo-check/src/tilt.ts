import { shrink, type Grey } from './photo-pixels.ts';

/** By how many degrees the lines of a photo lean off level or upright (-45 to 45), and how far they stand out against directions beside it. */
export type Tilt = { degrees: number; clearness: number };

const lookedAtEdge = 320;
const minGradient = 40;
/** How far the direction at one point may be off the line it belongs to. */
const slack = 5;

/**
 * Looks for long lines (Hough): every edge point votes for the lines it may lie on, and a line counts by the fourth power of its
 * votes, so that one long edge outweighs a page of print. Angles are taken modulo 90°: a sheet has two directions, which fall together there.
 */
export function* measureTilt(grey: Grey): Generator<void, Tilt> {
  const scale = Math.min(1, lookedAtEdge / Math.max(grey.width, grey.height));
  const { width, height, data } = shrink(grey, Math.round(grey.width * scale), Math.round(grey.height * scale));
  const reach = Math.ceil(Math.hypot(width, height));
  const lines = new Uint32Array(180 * (2 * reach + 1));
  for (let y = 1; y < height - 1; y += 1) {
    if (y % 64 === 0) yield;
    for (let x = 1 + (y % 2); x < width - 1; x += 2) {
      const at = y * width + x;
      const dx = (data[at + 1] ?? 0) - (data[at - 1] ?? 0);
      const dy = (data[at + width] ?? 0) - (data[at - width] ?? 0);
      if (Math.abs(dx) + Math.abs(dy) < minGradient) continue;
      const normal = Math.round((Math.atan2(dy, dx) * 180) / Math.PI);
      for (let degrees = normal - slack; degrees <= normal + slack; degrees += 1) {
        const direction = (degrees + 360) % 180;
        const offset = Math.round(x * (cosines[direction] ?? 0) + y * (sines[direction] ?? 0)) + reach;
        const line = direction * (2 * reach + 1) + offset;
        lines[line] = (lines[line] ?? 0) + 1;
      }
    }
  }
  const scores = new Float64Array(90);
  lines.forEach((votes, line) => {
    const direction = Math.floor(line / (2 * reach + 1)) % 90;
    scores[direction] = (scores[direction] ?? 0) + votes ** 4;
  });
  return clearest(scores);
}

/** A straight line is a peak of one degree; print and curves make broad humps. */
function clearest(scores: Float64Array): Tilt {
  const at = (degrees: number) => scores[(degrees + 90) % 90] ?? 0;
  let best = { degrees: 0, clearness: 0 };
  for (let degrees = 0; degrees < 90; degrees += 1) {
    const beside = [-6, -5, -4, 4, 5, 6].reduce((sum, away) => sum + at(degrees + away) / 6, 1);
    const clearness = at(degrees) / beside;
    if (clearness > best.clearness) best = { degrees, clearness };
  }
  return { ...best, degrees: best.degrees > 45 ? best.degrees - 90 : best.degrees };
}

const cosines = Float64Array.from({ length: 180 }, (_, degrees) => Math.cos((degrees * Math.PI) / 180));
const sines = Float64Array.from({ length: 180 }, (_, degrees) => Math.sin((degrees * Math.PI) / 180));
