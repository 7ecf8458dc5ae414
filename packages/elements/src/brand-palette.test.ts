import { expect, test } from 'vitest';
import { brandPalette, contrast, luminance } from './brand-palette.ts';

const colors = ['#000000', '#ffffff', '#ffde00', '#14507a', '#e4002b', '#7f7f7f', '#00a19c', '#f28c28', '#777777'];

test.each(colors)('text on %s and in %s can be read', (color) => {
  const { brand, onBrand, brandText } = brandPalette(color);
  expect(contrast(luminance(brand), luminance(onBrand))).toBeGreaterThanOrEqual(4.5);
  expect(contrast(luminance(brandText), 1)).toBeGreaterThanOrEqual(5.5);
});

test('a colour that can be read already stays as it is', () => {
  expect(brandPalette('#14507a').brandText).toBe('#14507a');
});
