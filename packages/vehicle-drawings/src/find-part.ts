import type { VehicleDrawing } from './drawing.ts';
import { seenSide, views, type SeenShape, type SeenSide, type View } from './seen-side.ts';

type Point = readonly [x: number, y: number];

/** A place on a drawing: fractions of its width and height. */
export type Place = { view: View; x: number; y: number };

/** The part under a point, or the one next to it within `reach` units of the drawing. Null where there is none. */
export function partAt(side: SeenSide, x: number, y: number, reach = 0): string | null {
  const on = topmost(side, [x, y]);
  if (on?.part) return on.part;
  // Decoration lies on its part.
  const near = side.shapes
    .filter(({ part }) => part)
    .map((shape) => ({ part: shape.part, distance: isInside(shape, [x, y]) ? 0 : distanceTo(shape, [x, y]) }))
    .toReversed()
    .toSorted((one, other) => one.distance - other.distance)[0];
  return near && near.distance <= reach ? near.part : null;
}

const places = new WeakMap<VehicleDrawing, Map<string, Place | null>>();

/** Where a part is best pointed at: amid what one sees of it, on the first side that shows it. Null when no drawing does. */
export function placeOf(drawing: VehicleDrawing, part: string): Place | null {
  const known = places.get(drawing) ?? new Map<string, Place | null>();
  places.set(drawing, known);
  if (!known.has(part)) known.set(part, findPlace(drawing, part));
  return known.get(part) ?? null;
}

/** The sides that show a part, the one first that one would go to: a bumper is looked at from the front. */
export function viewsOf(drawing: VehicleDrawing, part: string): View[] {
  const order: readonly View[] = endParts.test(part) ? ['front', 'rear', 'top', 'left', 'right'] : views;
  return order.filter((view) => seenSide(drawing, view).shapes.some((shape) => shape.part === part));
}

/** What one goes to the front or the rear for. */
const endParts = /^(frontBumper|grille|bonnet|windscreen|rearBumper|rearWindow|bootLid|roof|tailgate|frontWall)$/;
/** Less than this many units around a pin, and another side shows the part better. */
const enoughRoom = 5;

function findPlace(drawing: VehicleDrawing, part: string): Place | null {
  let best: (Place & { room: number }) | null = null;
  for (const view of viewsOf(drawing, part)) {
    const side = seenSide(drawing, view);
    for (const shape of side.shapes.filter((one) => one.part === part)) {
      const found = roomiestPoint(side, shape);
      // A side that hardly shows it gives way to one that does.
      if (found && (!best || (best.room < enoughRoom && found.room > best.room))) best = { view, x: found.point[0] / side.width, y: found.point[1] / side.height, room: found.room };
    }
  }
  return best && { view: best.view, x: best.x, y: best.y };
}

const grid = 14;
/** From here on more room is worth no more. */
const plentyOfRoom = 9;

/** The point of a shape that is seen, with room around it and near its middle, as far as a grid tells. */
function roomiestPoint(side: SeenSide, shape: SeenShape): { point: Point; room: number } | null {
  const points = linesOf(shape).flat();
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [stepX, stepY] = [(Math.max(...xs) - left) / grid, (Math.max(...ys) - top) / grid];
  const middle: Point = [left + (stepX * grid) / 2, top + (stepY * grid) / 2];
  let best: { point: Point; room: number; worth: number } | null = null;
  for (let row = 0; row < grid; row++) {
    for (let column = 0; column < grid; column++) {
      const point: Point = [left + (column + 0.5) * stepX, top + (row + 0.5) * stepY];
      if (!isInside(shape, point) || topmost(side, point)?.part !== shape.part) continue;
      const room = distanceTo(shape, point);
      const worth = Math.min(room, plentyOfRoom) - Math.hypot(point[0] - middle[0], point[1] - middle[1]) * 0.1;
      if (!best || worth > best.worth) best = { point, room, worth };
    }
  }
  return best;
}

/** What is painted last at a point, decoration of a part left out. */
function topmost(side: SeenSide, point: Point): SeenShape | undefined {
  return side.shapes.findLast((shape) => shape.part && isInside(shape, point));
}

const lines = new WeakMap<SeenShape, Point[][]>();

/** The path as straight lines, one list for each of its closed pieces. */
function linesOf(shape: SeenShape): Point[][] {
  const known = lines.get(shape) ?? straighten(shape);
  lines.set(shape, known);
  return known;
}

function straighten({ path, turn }: SeenShape): Point[][] {
  const pieces: Point[][] = [];
  for (const [, command, numbers] of path.matchAll(/([MLC])([^MLCZ]*)/g)) {
    const points = pointsOf(numbers ?? '').map((point) => turned(point, turn));
    const piece = pieces.at(-1);
    const from = piece?.at(-1);
    if (command === 'M' || !piece || !from) pieces.push(points);
    else piece.push(...(command === 'C' ? bend(from, points) : points));
  }
  return pieces;
}

function pointsOf(numbers: string): Point[] {
  return [...numbers.matchAll(/(-?[\d.]+)\s+(-?[\d.]+)/g)].map(([, x, y]): Point => [Number(x), Number(y)]);
}

function turned([x, y]: Point, turn: SeenShape['turn']): Point {
  return turn ? [turn[0] * x + turn[2] * y + turn[4], turn[1] * x + turn[3] * y + turn[5]] : [x, y];
}

const bends = 8;

function bend(from: Point, [one = from, two = from, to = from]: Point[]): Point[] {
  return Array.from({ length: bends }, (_, at): Point => {
    const t = (at + 1) / bends;
    const [a, b, c, d] = [(1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t * t, t ** 3];
    return [a * from[0] + b * one[0] + c * two[0] + d * to[0], a * from[1] + b * one[1] + c * two[1] + d * to[1]];
  });
}

function isInside(shape: SeenShape, [x, y]: Point): boolean {
  let inside = false;
  eachEdge(shape, ([x1, y1], [x2, y2]) => {
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  });
  return inside;
}

function distanceTo(shape: SeenShape, [x, y]: Point): number {
  let least = Infinity;
  eachEdge(shape, ([x1, y1], [x2, y2]) => {
    const length = (x2 - x1) ** 2 + (y2 - y1) ** 2;
    const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length));
    least = Math.min(least, Math.hypot(x - x1 - along * (x2 - x1), y - y1 - along * (y2 - y1)));
  });
  return least;
}

function eachEdge(shape: SeenShape, look: (from: Point, to: Point) => void): void {
  for (const piece of linesOf(shape)) for (const [at, point] of piece.entries()) look(point, piece[(at + 1) % piece.length] ?? point);
}
