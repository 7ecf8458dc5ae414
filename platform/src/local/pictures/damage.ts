import { line, polygon } from './car.ts';
import { noiseOf } from './color.ts';
import { between, type Point, type View } from './perspective.ts';

export const damages = ['hail', 'scratch', 'dent', 'crackedGlass', 'crushedFront', 'brokenWindow'] as const;
export type Damage = (typeof damages)[number];

/** Where the damage is: scratch, dent and broken window on the vehicle's left or right. */
export type DamageSide = 'left' | 'right';

/** The damage as it shows on the whole vehicle. */
export function drawDamage(view: View, damage: Damage, side: DamageSide): string {
  const y = side === 'left' ? 1 : -1;
  if (damage === 'hail') return view.eye[0] > 0 ? hailOn(view, [[1.9, 0.5, 0.76], [1.9, -0.5, 0.76], [1.05, -0.5, 0.97], [1.05, 0.5, 0.97]], 46) + hailOn(view, roof, 22) : hailOn(view, roof, 30);
  if (damage === 'crackedGlass') return view.eye[0] > 0 ? crack(view) : '';
  if (damage === 'crushedFront') return view.eye[0] > 0 ? crushed(view, y) : '';
  if (view.eye[1] * y < 0) return '';
  if (damage === 'scratch') return scratch(view, y);
  return damage === 'dent' ? dent(view, y) : brokenWindow(view, y);
}

const roof: Point[] = [[0.25, 0.5, 1.465], [0.25, -0.5, 1.465], [-1.4, -0.5, 1.45], [-1.4, 0.5, 1.45]];

function hailOn(view: View, [a, b, c, d]: Point[], count: number): string {
  const noise = noiseOf(`hail${count}`);
  return Array.from({ length: count }, () => {
    const [along, over] = [noise(), noise()];
    const at = between(between(a as Point, b as Point, along), between(d as Point, c as Point, along), over);
    const [x, y] = view.project(at);
    const radius = (6 + noise() * 8) * (view.width / 1600);
    return `<ellipse cx="${x.toFixed(0)}" cy="${y.toFixed(0)}" rx="${radius.toFixed(1)}" ry="${(radius * 0.5).toFixed(1)}" fill="#000" opacity="0.42"/><ellipse cx="${x.toFixed(0)}" cy="${(y + radius * 0.42).toFixed(0)}" rx="${(radius * 0.8).toFixed(1)}" ry="${(radius * 0.22).toFixed(1)}" fill="#fff" opacity="0.6"/>`;
  }).join('');
}

function crack(view: View): string {
  const noise = noiseOf('crack');
  const at = (u: number, v: number): Point => between(between([1.02, -0.8, 0.94], [1.02, 0.8, 0.94], u), between([0.31, -0.6, 1.465], [0.31, 0.6, 1.465], u), v);
  const rays = Array.from({ length: 13 }, (_, index) => {
    const angle = (index / 13) * 2 * Math.PI;
    const reach = 0.1 + noise() * 0.24;
    const bend = angle + (noise() - 0.5) * 0.6;
    return line(view, [at(0.6, 0.45), at(0.6 + 0.5 * reach * Math.cos(angle), 0.45 + 0.5 * reach * Math.sin(angle)), at(0.6 + reach * Math.cos(bend), 0.45 + 1.3 * reach * Math.sin(bend))], '#f2f8fb', 3, 'opacity="0.9"');
  });
  const [x, y] = view.project(at(0.6, 0.45));
  return `${rays.join('')}<circle cx="${x.toFixed(0)}" cy="${y.toFixed(0)}" r="11" fill="#f7fbfd"/>`;
}

function crushed(view: View, side: number): string {
  const at = (x: number, y: number, z: number): Point => [x, side * y, z];
  const creases: Point[][] = [
    [at(2.14, 0.2, 0.56), at(2.02, 0.5, 0.5), at(2.12, 0.6, 0.36)],
    [at(2.05, 0.4, 0.69), at(1.7, 0.62, 0.8), at(1.35, 0.72, 0.86)],
    [at(2.06, 0.72, 0.62), at(1.72, 0.89, 0.58), at(1.62, 0.9, 0.44)],
  ];
  return [
    polygon(view, [at(2.13, 0.46, 0.66), at(2.02, 0.8, 0.7), at(1.88, 0.88, 0.6), at(1.98, 0.84, 0.34), at(2.12, 0.56, 0.3), at(2.08, 0.62, 0.46)], '#17191c', 'opacity="0.85"'),
    polygon(view, [at(2.14, 0.5, 0.6), at(2.06, 0.72, 0.64), at(2.02, 0.7, 0.55), at(2.12, 0.56, 0.52)], '#e9ecec', 'opacity="0.55"'),
    ...creases.flatMap((points) => [line(view, points, '#0e1012', 9, 'opacity="0.75"'), line(view, points, '#ffffff', 3, 'opacity="0.5"')]),
  ].join('');
}

function scratch(view: View, side: number): string {
  const noise = noiseOf('scratch');
  const stroke = (z: number, from: number, to: number): Point[] => Array.from({ length: 9 }, (_, step): Point => [from + ((to - from) * step) / 8, side * 0.908, z + (noise() - 0.5) * 0.035]);
  return [stroke(0.56, 0.95, -0.85), stroke(0.52, 0.6, -0.7), stroke(0.6, 0.35, -0.95)]
    .flatMap((points) => [line(view, points, '#3a3d40', 6, 'opacity="0.7"'), line(view, points, '#eef0f0', 3)])
    .join('');
}

function dent(view: View, side: number): string {
  const blob = (radius: number, shift: number): Point[] =>
    Array.from({ length: 24 }, (_, step): Point => {
      const angle = (step / 12) * Math.PI;
      return [-0.55 + radius * 1.7 * Math.cos(angle), side * 0.908, 0.56 + shift + radius * 0.8 * Math.sin(angle)];
    });
  return [polygon(view, blob(0.26, 0), '#000', 'opacity="0.22"'), polygon(view, blob(0.2, 0.02), '#000', 'opacity="0.25"'), polygon(view, blob(0.12, 0.04), '#000', 'opacity="0.3"'), polygon(view, blob(0.1, -0.12), '#fff', 'opacity="0.28"'), line(view, [[-0.2, side * 0.908, 0.52], [-0.5, side * 0.908, 0.6], [-0.9, side * 0.908, 0.55]], '#e8eaea', 3)].join('');
}

function brokenWindow(view: View, side: number): string {
  const at = (x: number, z: number): Point => [x, side * (0.8 - (z - 0.93) * 0.377), z];
  return polygon(view, [at(0.5, 1.0), at(0.38, 1.12), at(0.28, 1.03), at(0.12, 1.28), at(-0.1, 1.14), at(-0.22, 1.36), at(-0.3, 1.02)], '#0a0c0e') + line(view, [at(0.5, 1.0), at(0.38, 1.12), at(0.28, 1.03), at(0.12, 1.28), at(-0.1, 1.14), at(-0.22, 1.36), at(-0.3, 1.02)], '#eaf4f8', 4);
}
