/**
 * How a shape is filled: painted metal, glass, lamps in front and behind, tyre and rim, dark plastic, the plate, the shadow
 * on the ground; `line` is drawn and not filled.
 */
export type Look = 'body' | 'glass' | 'lamp' | 'tail' | 'tyre' | 'rim' | 'trim' | 'plate' | 'shade' | 'line';

/**
 * One shape: its look, the code of its part (empty where it only decorates) and its path, with absolute M, L, C and Z alone.
 * `paired` ones are there a second time, mirrored, as the part of the other side.
 */
export type Shape = readonly [look: Look, part: string, path: string, paired?: 'paired'];

/** One side of a vehicle, in the order of painting. The front points to the left from the side and from above. */
export type Side = { width: number; height: number; shapes: readonly Shape[] };

/** The right side is the left one, mirrored. From above the vehicle's left is below. */
export type VehicleDrawing = { left: Side; front: Side; rear: Side; top: Side };

/** A circle as a path. */
export function disc(x: number, y: number, radius: number): string {
  const reach = Math.round(radius * 55.2) / 100;
  const [left, right, above, below] = [x - radius, x + radius, y - radius, y + radius];
  return `M${left} ${y} C${left} ${y - reach} ${x - reach} ${above} ${x} ${above} C${x + reach} ${above} ${right} ${y - reach} ${right} ${y} C${right} ${y + reach} ${x + reach} ${below} ${x} ${below} C${x - reach} ${below} ${left} ${y + reach} ${left} ${y} Z`;
}

/** A wheel from the side: tyre, rim and five spokes. */
export function wheel(part: string, x: number, y: number, radius: number): Shape[] {
  const spokes = Array.from({ length: 5 }, (_, at) => {
    const angle = ((at * 72 - 90) * Math.PI) / 180;
    const end = (reach: number, turn: number) => `${round(x + Math.cos(angle + turn) * reach)} ${round(y + Math.sin(angle + turn) * reach)}`;
    return `M${end(radius * 0.2, -0.5)} L${end(radius * 0.64, -0.16)} M${end(radius * 0.2, 0.5)} L${end(radius * 0.64, 0.16)}`;
  });
  return [['tyre', part, disc(x, y, radius)], ['rim', '', disc(x, y, radius * 0.68)], ['line', '', spokes.join(' ')], ['trim', '', disc(x, y, radius * 0.13)]];
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
