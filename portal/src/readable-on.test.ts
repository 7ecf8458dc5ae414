import { expect, test } from 'vitest';
import { contrast, readableOn } from './readable-on.ts';

test.each(['#000000', '#ffffff', '#ffd400', '#777777', '#7a8490', '#2f6fde', '#d07a00', '#00ff88'])('text on %s can be read', (color) => {
  expect(contrast(color, readableOn(color))).toBeGreaterThanOrEqual(4.5);
});
