import { sketchSize, statementSides, type Road, type Sketch, type SketchedVehicle } from './accident-fields.ts';

/** A line through points of the sketch's plane. The same lines go on the screen of every device and into the document. */
export type SketchLine = { points: [number, number][]; dashed: boolean; closed: boolean };

export const emptySketch: Sketch = { road: 'none', vehicles: { a: { x: 330, y: 410, angle: 90 }, b: { x: 670, y: 290, angle: 270 } }, strokes: [] };

const { width, height } = sketchSize;
const middle = { x: width / 2, y: height / 2 };
const lane = 120;
const [left, right, top, bottom] = [middle.x - lane, middle.x + lane, middle.y - lane, middle.y + lane];

/** Edges and centre lines of a kind of road. */
export function roadLines(road: Road): SketchLine[] {
  switch (road) {
    case 'none':
      return [];
    case 'straight':
      return [edge([0, top], [width, top]), edge([0, bottom], [width, bottom]), centre([0, middle.y], [width, middle.y])];
    case 'crossing':
      return [
        edge([0, top], [left, top], [left, 0]), edge([right, 0], [right, top], [width, top]), edge([0, bottom], [left, bottom], [left, height]), edge([right, height], [right, bottom], [width, bottom]),
        centre([0, middle.y], [left, middle.y]), centre([right, middle.y], [width, middle.y]), centre([middle.x, 0], [middle.x, top]), centre([middle.x, bottom], [middle.x, height]),
      ];
    case 'junction':
      return [edge([0, top], [width, top]), edge([0, bottom], [left, bottom], [left, height]), edge([right, height], [right, bottom], [width, bottom]), centre([0, middle.y], [width, middle.y]), centre([middle.x, bottom], [middle.x, height])];
    case 'roundabout':
      return roundabout();
    case 'parking':
      return [...bays(0, 190), ...bays(height, height - 190), centre([0, middle.y], [width, middle.y])];
  }
}

/** Outline of a vehicle and its windscreen, where the sketch has it. */
export function vehicleLines({ x, y, angle }: SketchedVehicle): SketchLine[] {
  const turn = (angle * Math.PI) / 180;
  const placed = (points: [number, number][]) => points.map(([across, along]): [number, number] => [x + across * Math.cos(turn) - along * Math.sin(turn), y + across * Math.sin(turn) + along * Math.cos(turn)]);
  return [
    { points: placed([[-36, 72], [-36, -52], [-24, -76], [24, -76], [36, -52], [36, 72], [28, 78], [-28, 78]]), dashed: false, closed: true },
    { points: placed([[-29, -22], [-22, -40], [22, -40], [29, -22]]), dashed: false, closed: true },
    { points: placed([[-24, 58], [24, 58]]), dashed: false, closed: false },
  ];
}

/** Whether there is more than an untouched sheet. */
export function isDrawn(sketch: Sketch): boolean {
  const moved = statementSides.some((side) => JSON.stringify(sketch.vehicles[side]) !== JSON.stringify(emptySketch.vehicles[side]));
  return sketch.road !== 'none' || sketch.strokes.length > 0 || moved;
}

function roundabout(): SketchLine[] {
  const [outer, inner, arm] = [255, 105, 60];
  const gap = Math.asin(arm / outer);
  const reach = Math.sqrt(outer ** 2 - arm ** 2);
  const arcs = [0, 1, 2, 3].map((quarter) => ({ points: arc(outer, (quarter * Math.PI) / 2 + gap, ((quarter + 1) * Math.PI) / 2 - gap), dashed: false, closed: false }));
  const { x, y } = middle;
  const arms = [-arm, arm].flatMap((offset) => [
    edge([0, y + offset], [x - reach, y + offset]), edge([x + reach, y + offset], [width, y + offset]), edge([x + offset, 0], [x + offset, y - reach]), edge([x + offset, y + reach], [x + offset, height]),
  ]);
  return [...arcs, { points: arc(inner, 0, 2 * Math.PI).slice(1), dashed: false, closed: true }, ...arms];
}

function arc(radius: number, from: number, to: number): [number, number][] {
  const steps = Math.max(2, Math.ceil(((to - from) * 180) / Math.PI / 6));
  return Array.from({ length: steps + 1 }, (_, step) => {
    const angle = from + ((to - from) * step) / steps;
    return [round(middle.x + radius * Math.cos(angle)), round(middle.y + radius * Math.sin(angle))];
  });
}

function bays(from: number, to: number): SketchLine[] {
  return [100, 260, 420, 580, 740, 900].map((x) => edge([x, from], [x, to]));
}

function edge(...points: [number, number][]): SketchLine {
  return { points, dashed: false, closed: false };
}

function centre(...points: [number, number][]): SketchLine {
  return { points, dashed: true, closed: false };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
