import type { VehicleShape } from './vehicle-shapes.ts';

type Point = readonly [x: number, y: number, z: number];
type Flat = readonly [x: number, y: number];
/** Drawn lines: `strong` for the shape, `fine` for what is in it. Path data as SVG takes it. */
export type Drawing = { strong: string; fine: string };
export type Box = { width: number; height: number };

/** The vehicle as a camera sees it that stands off its left front (`front`) or left rear corner, as large as `box` has room for. */
export function projectVehicle(shape: VehicleShape, end: 'front' | 'rear', eye: Eye, mirrored: boolean, box: Box): Drawing {
  const lines = [...shape.always, ...shape[end]].flatMap(readLine).concat(shape.wheels.flatMap(wheelLines));
  const seen = lines.map(({ points, ...line }) => ({ ...line, points: points.map(eyeAt(end, eye)) }));
  const place = fitInto(box, seen.flatMap(({ points }) => points), mirrored);
  const drawing = { strong: '', fine: '' };
  for (const { strong, points } of seen) drawing[strong ? 'strong' : 'fine'] += smoothPath(points.map(place));
  return drawing;
}

/** Where the camera stands: degrees off the axis of the vehicle, and metres away from its middle and over the ground. */
export type Eye = { degrees: number; distance: number; height: number; aim: number };

function readLine(written: string): { strong: boolean; points: Point[] }[] {
  const [, signs = '', rest = ''] = /^([~=]*)(.*)$/.exec(written) ?? [];
  const parts = rest.split('/').map((part) => part.split(',').map((point) => point.trim().split(' ').map(Number) as unknown as Point));
  const joined = parts.map((points, at) => ([...(parts[at - 1]?.slice(-1) ?? []), ...points])).filter((points) => points.length > 1);
  const strong = !signs.includes('~');
  return joined.flatMap((points) => [
    { strong, points },
    ...(signs.includes('=') ? [{ strong, points: points.map(([x, y, z]): Point => [x, -y, z]) }] : []),
  ]);
}

function wheelLines({ x, y, radius, free }: VehicleShape['wheels'][number]): { strong: boolean; points: Point[] }[] {
  const arc = (size: number, from: number, to: number): Point[] =>
    Array.from({ length: 13 }, (_, at) => from + ((to - from) * at) / 12).map((turn) => [x + size * Math.cos(turn), y, radius + size * Math.sin(turn)]);
  return [
    { strong: true, points: arc(radius, 0, 2 * Math.PI) },
    { strong: false, points: arc(radius * 0.68, 0, 2 * Math.PI) },
    { strong: false, points: arc(radius * 0.14, 0, 2 * Math.PI) },
    ...(free ? [] : [{ strong: true, points: arc(radius + 0.07, -0.05 * Math.PI, 1.05 * Math.PI) }]),
  ];
}

/** A pinhole camera that looks at the middle of the vehicle. */
function eyeAt(end: 'front' | 'rear', { degrees, distance, height, aim }: Eye): (point: Point) => Flat {
  const turn = ((end === 'front' ? degrees : 180 - degrees) * Math.PI) / 180;
  const away: Point = [Math.cos(turn), Math.sin(turn), 0];
  const slope = (height - aim) / distance;
  return ([x, y, z]) => {
    const depth = distance - (x * away[0] + y * away[1]) - (z - aim) * slope;
    const across = y * away[0] - x * away[1];
    return [across / depth, -(z - aim - slope * (x * away[0] + y * away[1])) / depth];
  };
}

function fitInto({ width, height }: Box, points: readonly Flat[], mirrored: boolean): (point: Flat) => Flat {
  const [left, right, top, bottom] = [
    Math.min(...points.map(([x]) => x)), Math.max(...points.map(([x]) => x)), Math.min(...points.map(([, y]) => y)), Math.max(...points.map(([, y]) => y)),
  ];
  const scale = Math.min((width * 0.9) / (right - left), (height * 0.8) / (bottom - top));
  const flip = mirrored ? -1 : 1;
  return ([x, y]) => [width / 2 + flip * scale * (x - (left + right) / 2), height * 0.52 + scale * (y - (top + bottom) / 2)];
}

/** Through all points, as Catmull and Rom lay a curve. */
function smoothPath(points: readonly Flat[]): string {
  const at = (index: number): Flat => points[Math.min(Math.max(index, 0), points.length - 1)] ?? [0, 0];
  const write = ([x, y]: Flat) => `${x.toFixed(1)} ${y.toFixed(1)}`;
  const pull = (from: Flat, before: Flat, after: Flat, by: number): Flat => [from[0] + ((after[0] - before[0]) * by) / 6, from[1] + ((after[1] - before[1]) * by) / 6];
  return points.map((point, index) => {
    if (index === 0) return `M${write(point)}`;
    return `C${write(pull(at(index - 1), at(index - 2), point, 1))} ${write(pull(point, at(index - 1), at(index + 1), -1))} ${write(point)}`;
  }).join('');
}
