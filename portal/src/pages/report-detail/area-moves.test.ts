import { expect, test } from 'vitest';
import { areaBetween, movedBy, resizedBy } from './area-moves.ts';

const area = { x: 0.4, y: 0.4, width: 0.2, height: 0.1 };

test('an area is what lies between two points, in whatever direction it was drawn, and a slip draws none', () => {
  const drawn = areaBetween({ x: 0.5, y: 0.6 }, { x: 0.3, y: 0.2 })!;
  expect([drawn.x, drawn.y, drawn.width, drawn.height].map((value) => Math.round(value * 100))).toEqual([30, 20, 20, 40]);
  expect(areaBetween({ x: 0.5, y: 0.5 }, { x: 0.501, y: 0.7 })).toBeNull();
  expect(areaBetween({ x: 0.9, y: 0.9 }, { x: 3, y: 3 })).toMatchObject({ x: 0.9, y: 0.9 });
});

test('an area stays on the photo however far it is moved or drawn out', () => {
  for (const far of [-5, 5]) {
    for (const moved of [movedBy(area, far, far), resizedBy(area, far, far)]) {
      const { x, y, width, height } = moved;
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
      expect(Math.max(x + width, y + height)).toBeLessThanOrEqual(1);
      expect(Math.min(width, height)).toBeGreaterThan(0);
    }
  }
});
