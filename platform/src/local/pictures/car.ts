import { shade } from './color.ts';
import { between, cross, dot, minus, normalized, type Point, type View } from './perspective.ts';

export type CarLook = { color: string; plate: string; /** 1 in daylight. */ light: number };

type Station = readonly [x: number, halfWidth: number, sill: number, middle: number, shoulder: number];

// A hatchback as cross sections from bumper to bumper.
const stations: readonly Station[] = [
  [2.12, 0.6, 0.3, 0.46, 0.58],
  [2.02, 0.8, 0.24, 0.5, 0.67],
  [1.6, 0.88, 0.22, 0.56, 0.79],
  [0.98, 0.9, 0.21, 0.6, 0.91],
  [-1.5, 0.9, 0.21, 0.6, 0.96],
  [-1.98, 0.86, 0.25, 0.6, 0.96],
  [-2.12, 0.74, 0.33, 0.56, 0.86],
];
const cabin = { front: 1.02, rear: -2.0, roofFront: 0.3, roofRear: -1.5, base: 0.8, roof: 0.6, baseZ: 0.93, roofZ: 1.46 };
const wheelXs = [1.32, -1.3] as const;
const sun: Point = normalized([0.35, 0.45, 0.9]);

/** The vehicle as SVG, seen by `view`. Convex parts with hidden faces left out, so the order of the parts is enough. */
export function drawCar(view: View, look: CarLook): string {
  const nearSide = view.eye[1] >= 0 ? 1 : -1;
  return [
    shadow(view),
    ...wheelXs.map((x) => wheel(view, x, -nearSide)),
    ...bodyFaces().map((points) => face(view, points, look.color, look.light)),
    sideDetails(view, nearSide, look),
    ...wheelXs.map((x) => wheel(view, x, nearSide)),
    greenhouse(view, look),
    view.eye[0] > 0 ? frontDetails(view, look) : rearDetails(view, look),
    ...[1, -1].map((side) => mirror(view, side, look)),
  ].join('');
}

export function polygon(view: View, points: readonly Point[], fill: string, extra = ''): string {
  return `<polygon points="${points.map((point) => view.project(point).map((value) => value.toFixed(1)).join(',')).join(' ')}" fill="${fill}" ${extra}/>`;
}

export function line(view: View, points: readonly Point[], stroke: string, width: number, extra = ''): string {
  const path = points.map((point) => view.project(point).map((value) => value.toFixed(1)).join(',')).join(' ');
  return `<polyline points="${path}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" ${extra}/>`;
}

function bodyFaces(): Point[][] {
  const rings = stations.map(([x, half, sill, middle, shoulder]): Point[] => {
    const left: Point[] = [[x, half * 0.9, sill], [x, half, middle], [x, half * 0.93, shoulder], [x, half * 0.55, shoulder + 0.05]];
    return [...left, ...left.toReversed().map(([px, py, pz]): Point => [px, -py, pz])];
  });
  const faces = rings.slice(1).flatMap((ring, index) => {
    const before = rings[index] as Point[];
    return ring.slice(1).map((_, at): Point[] => [ring[at] as Point, ring[at + 1] as Point, before[at + 1] as Point, before[at] as Point]);
  });
  return [...faces, rings[0] as Point[], (rings.at(-1) as Point[]).toReversed()];
}

/** A face that looks at the camera, lit by the sun; nothing otherwise. */
function face(view: View, points: Point[], color: string, light: number): string {
  const [a, b, c] = points as [Point, Point, Point];
  const normal = normalized(cross(minus(b, a), minus(c, a)));
  if (dot(normal, minus(view.eye, a)) <= 0) return '';
  const fill = shade(color, (0.62 + 0.58 * Math.max(0, dot(normal, sun))) * light);
  return polygon(view, points, fill, `stroke="${fill}" stroke-width="1.5"`);
}

function greenhouse(view: View, look: CarLook): string {
  const { front, rear, roofFront, roofRear, base, roof, baseZ, roofZ } = cabin;
  const corner = (x: number, y: number, z: number): Point => [x, y, z];
  const faces: { points: Point[]; panes: [from: number, to: number][] }[] = [
    { points: [corner(front, -base, baseZ), corner(front, base, baseZ), corner(roofFront, roof, roofZ), corner(roofFront, -roof, roofZ)], panes: [[0.05, 0.95]] },
    { points: [corner(rear, base, baseZ + 0.02), corner(rear, -base, baseZ + 0.02), corner(roofRear, -roof, roofZ - 0.02), corner(roofRear, roof, roofZ - 0.02)], panes: [[0.08, 0.92]] },
    { points: [corner(front, base, baseZ), corner(rear, base, baseZ + 0.02), corner(roofRear, roof, roofZ - 0.02), corner(roofFront, roof, roofZ)], panes: [[0.1, 0.44], [0.47, 0.75], [0.78, 0.93]] },
    { points: [corner(rear, -base, baseZ + 0.02), corner(front, -base, baseZ), corner(roofFront, -roof, roofZ), corner(roofRear, -roof, roofZ - 0.02)], panes: [[0.07, 0.22], [0.25, 0.53], [0.56, 0.9]] },
    { points: [corner(roofFront, roof, roofZ), corner(roofRear, roof, roofZ - 0.02), corner(roofRear, -roof, roofZ - 0.02), corner(roofFront, -roof, roofZ)], panes: [] },
  ];
  return faces
    .map(({ points, panes }) => {
      const painted = face(view, points, look.color, look.light);
      if (!painted) return '';
      const [a, b, c, d] = points as [Point, Point, Point, Point];
      const pane = ([from, to]: [number, number]) => {
        const at = (share: number, height: number) => between(between(a, b, share), between(d, c, share), height);
        const glass = polygon(view, [at(from, 0.1), at(to, 0.1), at(to, 0.88), at(from, 0.88)], shade('#2b3b47', 0.9 * look.light));
        const gleam = polygon(view, [at(from, 0.88), at(from + (to - from) * 0.55, 0.88), at(from + (to - from) * 0.2, 0.1), at(from, 0.1)], '#d8ecf5', 'opacity="0.16"');
        return glass + gleam;
      };
      return painted + panes.map(pane).join('');
    })
    .join('');
}

function sideDetails(view: View, side: number, { color, light }: CarLook): string {
  const seam = shade(color, 0.55 * light);
  const at = (x: number, z: number): Point => [x, side * (z > 0.6 ? 0.9 - (z - 0.6) * 0.18 : 0.9), z];
  return [
    ...[0.92, -0.08, -1.0].map((x) => line(view, [at(x, 0.92), at(x, 0.6), at(x + (x < -0.5 ? 0.1 : 0), 0.32)], seam, 2.5)),
    line(view, [at(1.85, 0.62), at(-1.95, 0.66)], shade(color, 0.75 * light), 3),
    line(view, [at(0.92, 0.3), at(-0.9, 0.3)], '#1c1f22', 9),
    ...[0.12, -0.82].map((x) => line(view, [at(x, 0.8), at(x - 0.16, 0.8)], shade(color, 0.4 * light), 7)),
  ].join('');
}

function wheel(view: View, x: number, side: number): string {
  const disc = (radius: number, y: number): Point[] =>
    Array.from({ length: 28 }, (_, step): Point => [x + radius * Math.cos((step / 14) * Math.PI), side * y, 0.34 + radius * Math.sin((step / 14) * Math.PI)]);
  const spokes = Array.from({ length: 5 }, (_, step) => {
    const angle = (step / 5) * 2 * Math.PI + 0.3;
    return line(view, [[x, side * 0.915, 0.34], [x + 0.2 * Math.cos(angle), side * 0.915, 0.34 + 0.2 * Math.sin(angle)]], '#8b939a', 9);
  });
  return [polygon(view, disc(0.4, 0.9), '#14171a'), polygon(view, disc(0.34, 0.91), '#23272b'), polygon(view, disc(0.225, 0.912), '#c3c9ce'), polygon(view, disc(0.19, 0.913), '#3b4147'), ...spokes, polygon(view, disc(0.05, 0.916), '#d5dade')].join('');
}

function mirror(view: View, side: number, { color, light }: CarLook): string {
  const box = (x: number, y: number, z: number): Point => [0.72 + x, side * (0.86 + y), 0.98 + z];
  const lit = (side > 0) === view.eye[1] > 0 ? 0.95 : 0.7;
  return polygon(view, [box(0.06, 0, 0), box(0.06, 0.13, 0.01), box(0, 0.15, 0.12), box(-0.06, 0.02, 0.11)], shade(color, lit * light));
}

function frontDetails(view: View, look: CarLook): string {
  const lamp = (side: number) =>
    polygon(view, [[2.1, side * 0.5, 0.6], [2.02, side * 0.78, 0.655], [1.86, side * 0.86, 0.69], [2.0, side * 0.82, 0.56], [2.11, side * 0.54, 0.51]], shade('#f4f6ee', look.light), 'stroke="#6b7278" stroke-width="3"');
  return [
    lamp(1), lamp(-1),
    polygon(view, [[2.13, 0.46, 0.57], [2.13, -0.46, 0.57], [2.13, -0.42, 0.5], [2.13, 0.42, 0.5]], '#1d2226'),
    polygon(view, [[2.13, 0.5, 0.4], [2.13, -0.5, 0.4], [2.12, -0.46, 0.3], [2.12, 0.46, 0.3]], '#1d2226'),
    line(view, [[1.0, 0.5, 0.97], [2.02, 0.45, 0.72]], shade(look.color, 0.7 * look.light), 2.5),
    line(view, [[1.0, -0.5, 0.97], [2.02, -0.45, 0.72]], shade(look.color, 0.7 * look.light), 2.5),
    plate(view, 2.14, 0.385, look.plate),
  ].join('');
}

function rearDetails(view: View, look: CarLook): string {
  const lamp = (side: number) =>
    polygon(view, [[-2.13, side * 0.5, 0.84], [-2.07, side * 0.8, 0.9], [-1.9, side * 0.88, 0.88], [-2.02, side * 0.84, 0.7], [-2.13, side * 0.52, 0.72]], shade('#c11f2a', look.light), 'stroke="#5d1116" stroke-width="3"');
  return [
    lamp(1), lamp(-1),
    polygon(view, [[-2.13, -0.6, 0.42], [-2.13, 0.6, 0.42], [-2.11, 0.56, 0.33], [-2.11, -0.56, 0.33]], '#1d2226'),
    line(view, [[-2.1, -0.7, 0.62], [-2.13, 0, 0.62], [-2.1, 0.7, 0.62]], shade(look.color, 0.65 * look.light), 3),
    plate(view, -2.14, 0.66, look.plate),
  ].join('');
}

function plate(view: View, x: number, z: number, text: string): string {
  // To whom stands before it, the plate reads from the vehicle's right to its left at the front, the other way round behind.
  const right = x > 0 ? 1 : -1;
  const at = (u: number, v: number): Point => [x, -right * (0.26 - u), z + v];
  const [originX, originY] = view.project(at(0, 0.115));
  const [alongX, alongY] = view.project(at(0.52, 0.115));
  const [downX, downY] = view.project(at(0, 0));
  const matrix = [(alongX - originX) / 520, (alongY - originY) / 520, (downX - originX) / 110, (downY - originY) / 110, originX, originY];
  return `<g transform="matrix(${matrix.map((value) => value.toFixed(4)).join(' ')})">
    <rect width="520" height="110" rx="9" fill="#fbfbf7" stroke="#17191b" stroke-width="5"/><rect x="3" y="3" width="44" height="104" rx="7" fill="#1c3f94"/>
    <text x="25" y="94" font-family="DejaVu Sans, Arial, sans-serif" font-size="34" fill="#fff" text-anchor="middle">D</text>
    <text x="283" y="83" font-family="DejaVu Sans Mono, Liberation Mono, Courier New, monospace" font-weight="bold" font-size="${Math.min(84, 735 / text.length).toFixed(0)}" fill="#17191b" text-anchor="middle">${text}</text></g>`;
}

function shadow(view: View): string {
  return [0.35, 0.22, 0.1, 0]
    .map((grow) => polygon(view, [[2.15 + grow, 0.9 + grow, 0], [-2.15 - grow, 0.9 + grow, 0], [-2.15 - grow, -0.9 - grow, 0], [2.15 + grow, -0.9 - grow, 0]], '#0b0d10', 'opacity="0.22"'))
    .join('');
}
