import { expect, test } from 'vitest';
import { rollOf } from './level.ts';

test.each([
  ['upright', 90, 0, 0, 0],
  ['upright, leaning back', 60, 0, 0, 0],
  ['turned to the left, held level', 0, -90, 90, 0],
  ['turned to the right, held level', 0, 90, -90, 0],
  ['turned to the right, as phones that count to 360 say it', 0, 90, 270, 0],
])('a phone that is held %s is level', (_how, beta, gamma, screenAngle, roll) => {
  expect(rollOf(beta, gamma, screenAngle)).toBeCloseTo(roll);
});

test('a phone whose right side hangs down leans by as much', () => {
  expect(rollOf(80, 10, 0)).toBeLessThan(0);
  expect(rollOf(80, -10, 0)).toBeGreaterThan(0);
  expect(rollOf(0, -90, 80)).toBeCloseTo(10);
});

test('of a phone that lies flat over a sheet nothing is said', () => {
  expect(rollOf(5, 3, 0)).toBeNull();
});
