import { expect, test } from 'vitest';
import { besideOthers, boxBetween, moveBox, resizeBox, snapMoved, snapResized } from './field-geometry.ts';

const box = { x: 0.2, y: 0.3, width: 0.3, height: 0.05 };

test('a box is the same whichever corner it was drawn from', () => {
  expect(boxBetween({ x: 0.5, y: 0.35 }, { x: 0.2, y: 0.3 })).toEqual(boxBetween({ x: 0.2, y: 0.3 }, { x: 0.5, y: 0.35 }));
});

test('no box leaves the page, however far it is dragged', () => {
  expect(moveBox(box, 5, -5)).toEqual({ ...box, x: 0.7, y: 0 });
  expect(resizeBox(box, 5, 5)).toEqual({ ...box, width: 0.8, height: 0.7 });
  const drawn = boxBetween({ x: 0.9, y: 0.9 }, { x: 4, y: 4 });
  expect(drawn.x + drawn.width).toBeLessThanOrEqual(1);
});

test('a field can always be hit: a mere click makes the smallest one', () => {
  const { width, height } = boxBetween({ x: 0.4, y: 0.4 }, { x: 0.4, y: 0.4 });
  expect(width).toBeGreaterThan(0.01);
  expect(height).toBeGreaterThan(0.005);
});

test('a moved box is pulled to a neighbour’s edge, and a distant one is left alone', () => {
  const near = snapMoved({ ...box, x: 0.204, y: 0.6 }, [box]);
  expect(near.box.x).toBe(0.2);
  expect(near.lines).toEqual({ x: 0.2, y: null });
  expect(snapMoved({ x: 0.8, y: 0.8, width: 0.1, height: 0.1 }, [box]).box.x).toBe(0.8);
});

test('a resized box takes the size of a neighbour', () => {
  expect(snapResized({ x: 0.6, y: 0.6, width: 0.297, height: 0.2 }, [box]).box.width).toBeCloseTo(0.3, 3);
});

test('a field placed by a key lies below those already there', () => {
  const below = besideOthers(box, [box, { ...box, y: 0.35 }]);
  expect(below.y).toBeGreaterThan(0.4);
  expect(besideOthers({ ...box, y: 0.8 }, [box])).toEqual({ ...box, y: 0.8 });
});
