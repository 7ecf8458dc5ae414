import { rgb } from '@libpdf/core';

export const ink = rgb(0.1, 0.11, 0.13);
export const faint = rgb(0.42, 0.44, 0.48);
export const line = rgb(0.78, 0.8, 0.83);
/** What is written by hand, so that it stands apart from print. */
export const penInk = rgb(0.06, 0.15, 0.47);
export const warning = rgb(0.72, 0.2, 0.12);

/** `#rrggbb`, darkened until it can be read on white. */
export function readable(hex: string) {
  const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  let [red = 0, green = 0, blue = 0] = parts;
  while (0.2126 * red ** 2.2 + 0.7152 * green ** 2.2 + 0.0722 * blue ** 2.2 > 0.18) [red, green, blue] = [red * 0.9, green * 0.9, blue * 0.9];
  return rgb(red, green, blue);
}
