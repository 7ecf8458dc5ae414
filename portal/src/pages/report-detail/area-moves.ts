import type { RedactedArea } from '@meldewerk/contract/redaction';

/** The smallest area that can be drawn, and how far one press of a key goes; in shares of the photo. */
const smallest = 0.02;
export const keyStep = 0.01;

/** An area between two points, in whatever direction it was drawn; null where nobody meant one. */
export function areaBetween(from: { x: number; y: number }, to: { x: number; y: number }): RedactedArea | null {
  const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)].map(within) as [number, number];
  const [top, bottom] = [Math.min(from.y, to.y), Math.max(from.y, to.y)].map(within) as [number, number];
  const area = { x: left, y: top, width: right - left, height: bottom - top };
  return area.width < smallest / 2 || area.height < smallest / 2 ? null : resizedBy(area, 0, 0);
}

/** Moved, but never over the edge of the photo. */
export function movedBy(area: RedactedArea, dx: number, dy: number): RedactedArea {
  return { ...area, x: Math.min(1 - area.width, Math.max(0, area.x + dx)), y: Math.min(1 - area.height, Math.max(0, area.y + dy)) };
}

/** Larger or smaller at its right and lower edge. */
export function resizedBy(area: RedactedArea, dx: number, dy: number): RedactedArea {
  const width = Math.min(1, Math.max(smallest, area.width + dx));
  const height = Math.min(1, Math.max(smallest, area.height + dy));
  return { x: Math.min(area.x, 1 - width), y: Math.min(area.y, 1 - height), width: Math.min(width, 1 - Math.min(area.x, 1 - width)), height: Math.min(height, 1 - Math.min(area.y, 1 - height)) };
}

function within(value: number): number {
  return Math.min(1, Math.max(0, value));
}
