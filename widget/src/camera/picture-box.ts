import type { Box } from './outlines/project-vehicle.ts';

/** A picture of these proportions, its shorter side 300 units long. */
export function boxOf(ratio: number): Box {
  return ratio < 1 ? { width: 300, height: 300 / ratio } : { width: 300 * ratio, height: 300 };
}

/** What the camera will probably show, by how the device is held. */
export function screenRatio(): number {
  return innerWidth < innerHeight ? 3 / 4 : 4 / 3;
}
