import { outlines } from '@meldewerk/contract/catalogue';
import { vehicleTypes } from '@meldewerk/contract/report';
import { expect, test } from 'vitest';
import { linesOf } from './draw-outline.ts';

const boxes = [{ width: 400, height: 300 }, { width: 300, height: 400 }, { width: 533, height: 300 }];

test.each(vehicleTypes)('every outline of a %s lies within the picture, whatever its shape', (type) => {
  for (const box of boxes) {
    for (const outline of outlines) {
      const { strong, mark } = linesOf(outline, type, box);
      expect(strong + mark, outline).not.toMatch(/NaN|undefined|Infinity/);
      expect((strong + mark).length, outline).toBeGreaterThan(50);
    }
    for (const corner of ['frontLeft', 'rearRight'] as const) {
      const numbers = Object.values(linesOf(corner, type, box)).join('').match(/-?\d+(\.\d+)?/g)?.map(Number) ?? [];
      numbers.forEach((value, at) => {
        expect(value, corner).toBeGreaterThan(0);
        expect(value, corner).toBeLessThan(at % 2 === 0 ? box.width : box.height);
      });
    }
  }
});

test('the right corner is the left one in a mirror', () => {
  const [box] = boxes;
  const xs = (outline: 'frontLeft' | 'frontRight') => linesOf(outline, 'car', box ?? { width: 4, height: 3 }).strong.match(/-?\d+(\.\d+)?/g)?.map(Number).filter((_, at) => at % 2 === 0) ?? [];
  xs('frontLeft').forEach((x, at) => expect(x + (xs('frontRight')[at] ?? 0)).toBeCloseTo(400, 0));
});
