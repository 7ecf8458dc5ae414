import type { Look, VehicleDrawing } from './drawing.ts';

export const views = ['left', 'front', 'right', 'rear', 'top'] as const;
export type View = (typeof views)[number];

/** A shape as one sees it from a side: `turn` mirrors its path, as an SVG matrix. */
export type SeenShape = { look: Look; part: string; path: string; turn: Matrix | null };
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];
export type SeenSide = { width: number; height: number; shapes: SeenShape[] };

const seen = new WeakMap<VehicleDrawing, Partial<Record<View, SeenSide>>>();

/** A side of the vehicle with everything that is on it, in the order of painting. */
export function seenSide(drawing: VehicleDrawing, view: View): SeenSide {
  const known = seen.get(drawing) ?? {};
  seen.set(drawing, known);
  return (known[view] ??= lookAt(drawing, view));
}

/** The path of a shape where one sees it, for what cannot turn it by itself. */
export function turnedPath({ path, turn }: Pick<SeenShape, 'path' | 'turn'>): string {
  if (!turn) return path;
  const [a, b, c, d, e, f] = turn;
  return path.replace(/(-?[\d.]+) (-?[\d.]+)/g, (_, x: string, y: string) => `${round(a * +x + c * +y + e)} ${round(b * +x + d * +y + f)}`);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function lookAt(drawing: VehicleDrawing, view: View): SeenSide {
  const { width, height, shapes } = drawing[view === 'right' ? 'left' : view];
  const sideways: Matrix = [-1, 0, 0, 1, width, 0];
  if (view === 'right') return { width, height, shapes: shapes.map(([look, part, path]) => ({ look, part: ofOtherSide(part), path, turn: sideways })) };
  const across: Matrix = view === 'top' ? [1, 0, 0, -1, 0, height] : sideways;
  return {
    width,
    height,
    shapes: shapes.flatMap(([look, part, path, paired]): SeenShape[] => {
      const one = { look, part, path, turn: null };
      return paired ? [one, { look, part: ofOtherSide(part), path, turn: across }] : [one];
    }),
  };
}

function ofOtherSide(part: string): string {
  return part.endsWith('Left') ? part.replace(/Left$/, 'Right') : part.replace(/Right$/, 'Left');
}
