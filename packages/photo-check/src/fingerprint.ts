import { shrink, type Grey } from './photo-pixels.ts';

const size = 8;

/**
 * 128 bits that stay nearly the same when a photo is written again or made smaller: whether it gets brighter from each of
 * 8 × 8 fields to the next one, across and down. As 32 hex digits.
 */
export function fingerprintOf(grey: Grey): string {
  const fields = shrink(grey, size + 1, size + 1);
  const brightness = (x: number, y: number) => fields.data[y * (size + 1) + x] ?? 0;
  let bits = '';
  for (let y = 0; y < size; y += 1) for (let x = 0; x < size; x += 1) bits += brightness(x + 1, y) > brightness(x, y) ? 1 : 0;
  for (let y = 0; y < size; y += 1) for (let x = 0; x < size; x += 1) bits += brightness(x, y + 1) > brightness(x, y) ? 1 : 0;
  return bits.replace(/.{4}/g, (four) => Number.parseInt(four, 2).toString(16));
}

/** In how many of 128 bits two fingerprints differ. */
export function distanceBetween(one: string, other: string): number {
  let distance = 0;
  for (let at = 0; at < one.length; at += 1) {
    let differing = Number.parseInt(one.charAt(at), 16) ^ Number.parseInt(other.charAt(at), 16);
    for (; differing; differing &= differing - 1) distance += 1;
  }
  return distance;
}
