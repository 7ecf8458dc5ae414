import { expect, test } from 'vitest';
import { fitScale, fitted, panBy, turn, zoomAt } from './photo-view.ts';

const stage = { width: 800, height: 600 };
const image = { width: 800, height: 600 };

test('zooming keeps the point under the pointer in place', () => {
  const point = { x: 120, y: -80 };
  const view = zoomAt(fitted, 2, point);
  // The point lies at (point - offset) / scale on the photo, before and after.
  expect((point.x - view.x) / view.scale).toBe(point.x);
  expect((point.y - view.y) / view.scale).toBe(point.y);
});

test('zooming out ends at the fitted photo, centred', () => {
  expect(zoomAt(zoomAt(fitted, 4, { x: 50, y: 50 }), 0.01, { x: 0, y: 0 })).toEqual(fitted);
});

test('zooming in ends at eight times', () => {
  expect(zoomAt(fitted, 100, { x: 0, y: 0 }).scale).toBe(8);
});

test('a fitted photo cannot be pushed off the stage', () => {
  expect(panBy(fitted, 500, -500, image, stage)).toEqual(fitted);
});

test('an enlarged photo stops at its edge', () => {
  const view = panBy({ ...fitted, scale: 2 }, 5000, -5000, image, stage);
  expect([view.x, view.y]).toEqual([400, -300]);
});

test('turning fits the photo anew', () => {
  expect(turn({ scale: 3, x: 10, y: 10, turns: 0 })).toEqual({ ...fitted, turns: 1 });
  expect(fitScale({ width: 2000, height: 1000 }, stage, 0)).toBe(0.4);
  expect(fitScale({ width: 2000, height: 1000 }, stage, 1)).toBe(0.3);
  expect(fitScale({ width: 100, height: 100 }, stage, 0)).toBe(1);
});
