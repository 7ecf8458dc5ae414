/** Metres; x towards the front of the vehicle, y to its left, z up. */
export type Point = readonly [x: number, y: number, z: number];
export type Camera = { eye: Point; target: Point; /** Width of the picture over its distance. */ zoom: number };
export type View = {
  width: number;
  height: number;
  eye: Point;
  /** Where a point stands in the picture, in pixels. */
  project(point: Point): readonly [x: number, y: number];
};

/** A camera without roll that looks from `eye` to `target`. */
export function createView(camera: Camera, { width, height }: { width: number; height: number }): View {
  const forward = normalized(minus(camera.target, camera.eye));
  const right = normalized(cross(forward, [0, 0, 1]));
  const up = cross(right, forward);
  return {
    width,
    height,
    eye: camera.eye,
    project(point) {
      const offset = minus(point, camera.eye);
      const scale = (width * camera.zoom) / Math.max(dot(offset, forward), 0.1);
      return [width / 2 + dot(offset, right) * scale, height / 2 - dot(offset, up) * scale];
    },
  };
}

export function minus(a: Point, b: Point): Point {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}

export function cross(a: Point, b: Point): Point {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

export function dot(a: Point, b: Point): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

export function normalized(a: Point): Point {
  const length = Math.hypot(...a) || 1;
  return [a[0] / length, a[1] / length, a[2] / length];
}

/** Between two points; 0 is the first, 1 the second. */
export function between(a: Point, b: Point, share: number): Point {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share];
}
