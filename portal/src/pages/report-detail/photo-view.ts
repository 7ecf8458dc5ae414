/** How a photo lies in the viewer: `x`, `y` are the offset of its centre from the stage's centre in CSS pixels. */
export type View = { scale: number; x: number; y: number; turns: number };
export type Size = { width: number; height: number };

export const fitted: View = { scale: 1, x: 0, y: 0, turns: 0 };
const largestScale = 8;

/** Zooms so that the point under the fingers (measured from the stage's centre) stays where it is. */
export function zoomAt(view: View, factor: number, point: { x: number; y: number }): View {
  const scale = Math.min(largestScale, Math.max(1, view.scale * factor));
  if (scale === 1) return { ...fitted, turns: view.turns };
  const grown = scale / view.scale;
  return { ...view, scale, x: point.x - (point.x - view.x) * grown, y: point.y - (point.y - view.y) * grown };
}

/** Moves the photo, but never so far that its edge comes inside the stage. */
export function panBy(view: View, dx: number, dy: number, image: Size, stage: Size): View {
  const reach = overhang(view, image, stage);
  return { ...view, x: clamp(view.x + dx, reach.x), y: clamp(view.y + dy, reach.y) };
}

export function turn(view: View): View {
  return { ...fitted, turns: view.turns + 1 };
}

/** The scale at which the photo, as it is turned, just fits the stage; never above its own size. */
export function fitScale(natural: Size, stage: Size, turns: number): number {
  const upright = turns % 2 === 0 ? natural : { width: natural.height, height: natural.width };
  return Math.min(stage.width / upright.width, stage.height / upright.height, 1);
}

function overhang(view: View, image: Size, stage: Size): { x: number; y: number } {
  const upright = view.turns % 2 === 0 ? image : { width: image.height, height: image.width };
  return {
    x: Math.max(0, (upright.width * view.scale - stage.width) / 2),
    y: Math.max(0, (upright.height * view.scale - stage.height) / 2),
  };
}

function clamp(value: number, reach: number): number {
  return reach === 0 ? 0 : Math.min(reach, Math.max(-reach, value));
}
