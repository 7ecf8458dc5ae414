/** A place on a page, in shares of the page from its top left. */
export type Box = { x: number; y: number; width: number; height: number };
export type Point = { x: number; y: number };

export const smallest = { width: 0.012, height: 0.009 } as const;
const pull = 0.008;

/** The box between two corners, whichever way it was drawn. */
export function boxBetween(from: Point, to: Point): Box {
  const [left, right] = [clamp(Math.min(from.x, to.x)), clamp(Math.max(from.x, to.x))];
  const [top, bottom] = [clamp(Math.min(from.y, to.y)), clamp(Math.max(from.y, to.y))];
  return withinPage({ x: left, y: top, width: right - left, height: bottom - top });
}

export function moveBox(box: Box, dx: number, dy: number): Box {
  return withinPage({ ...box, x: box.x + dx, y: box.y + dy });
}

/** Grows or shrinks from the bottom right corner. */
export function resizeBox(box: Box, dx: number, dy: number): Box {
  return rounded({
    ...box,
    width: Math.min(Math.max(box.width + dx, smallest.width), 1 - box.x),
    height: Math.min(Math.max(box.height + dy, smallest.height), 1 - box.y),
  });
}

/** Pulls a moved box to the edges of its neighbours; says where, so that lines can show it. */
export function snapMoved(box: Box, others: Box[]): { box: Box; lines: { x: number | null; y: number | null } } {
  const x = nearest([box.x, box.x + box.width], others.flatMap((other) => [other.x, other.x + other.width]));
  const y = nearest([box.y, box.y + box.height], others.flatMap((other) => [other.y, other.y + other.height]));
  return { box: moveBox(box, x?.by ?? 0, y?.by ?? 0), lines: { x: x?.at ?? null, y: y?.at ?? null } };
}

/** Pulls the corner that is being dragged to the neighbours' edges, and the size to theirs. */
export function snapResized(box: Box, others: Box[]): { box: Box; lines: { x: number | null; y: number | null } } {
  const right = nearest([box.x + box.width], others.flatMap((other) => [other.x, other.x + other.width, box.x + other.width]));
  const bottom = nearest([box.y + box.height], others.flatMap((other) => [other.y, other.y + other.height, box.y + other.height]));
  return { box: resizeBox(box, right?.by ?? 0, bottom?.by ?? 0), lines: { x: right?.at ?? null, y: bottom?.at ?? null } };
}

/** The box, or below its neighbours where it would lie on one: what is placed by a key should not hide another field. */
export function besideOthers(box: Box, others: Box[]): Box {
  const inTheWay = others.find((other) => overlap(box, other));
  if (!inTheWay) return placeOf(box);
  const lower = withinPage({ ...placeOf(box), y: inTheWay.y + inTheWay.height + 0.012 });
  return lower.y > box.y && lower.y + lower.height < 1 ? besideOthers(lower, others) : placeOf(box);
}

/** No smaller than can be hit, and nowhere beyond the page. */
export function withinPage(box: Box): Box {
  const width = Math.min(Math.max(box.width, smallest.width), 1);
  const height = Math.min(Math.max(box.height, smallest.height), 1);
  return rounded({ width, height, x: Math.min(Math.max(box.x, 0), 1 - width), y: Math.min(Math.max(box.y, 0), 1 - height) });
}

function placeOf({ x, y, width, height }: Box): Box {
  return { x, y, width, height };
}

function overlap(one: Box, other: Box): boolean {
  return one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height;
}

function nearest(edges: number[], targets: number[]): { by: number; at: number } | undefined {
  const candidates = edges.flatMap((edge) => targets.map((at) => ({ by: at - edge, at })));
  return candidates.filter(({ by }) => Math.abs(by) < pull).sort((one, other) => Math.abs(one.by) - Math.abs(other.by))[0];
}

/** Down, never up: rounding must not push a box over the page's edge. */
function rounded({ x, y, width, height }: Box): Box {
  const round = (share: number) => Math.floor(share * 10_000 + 1e-6) / 10_000;
  return { x: round(x), y: round(y), width: round(width), height: round(height) };
}

function clamp(share: number): number {
  return Math.min(Math.max(share, 0), 1);
}
