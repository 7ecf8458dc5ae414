/** Outlines of one drawing, 48 × 48, strokes 2 wide with round ends: what is filled with the brand's tint, and plain strokes over it. */
export type CategoryDrawing = { tint: string; line: string };

/**
 * What a damage category looks like. Two paths each, so that whoever draws a list of them needs no more than one template:
 * browsers then parse one, not twelve, before the first step is there.
 */
export function categoryDrawing(icon: string): CategoryDrawing {
  return (drawings[icon] ?? drawings['other']) as CategoryDrawing;
}

const drawings: Record<string, CategoryDrawing> = {
  collision: {
    tint: 'M2 34h4.5m7 0H20v-5.4c0-1.4-.9-2.5-2.3-2.8l-4.2-.8-4.1-5.3C8.7 18.6 7.6 18 6.4 18H2M46 34h-4.5m-7 0H28v-5.4c0-1.4.9-2.5 2.3-2.8l4.2-.8 4.1-5.3c.7-1.1 1.8-1.7 3-1.7H46',
    line: 'M2 25h11.5M46 25H34.5M24 7v6M16.5 9.5l3 4.5M31.5 9.5l-3 4.5M6.5 34.5a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0zM34.5 34.5a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0z',
  },
  singleVehicle: {
    tint: 'M2 35h4.5m7 0h15.5v-5.6c0-1.5-1-2.7-2.5-3l-5.5-.9-4.7-6c-.8-1-1.9-1.5-3.1-1.5H2',
    line: 'M2 25.5h19M11 18v7.5M42 41H34M38 41V9M38 9c-2.5 0-4.5 2-4.5 4.5M32 19l-3-2M32 25h-3M6.5 35.5a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0z',
  },
  parking: {
    tint: 'M30 5h9a4 4 0 0 1 4 4v9a4 4 0 0 1-4 4h-9a4 4 0 0 1-4-4v-9a4 4 0 0 1 4-4zM8.5 40H5v-6.2c0-1.6 1.1-3 2.7-3.3l4-.8 3.6-5c.8-1 2-1.7 3.3-1.7h6.6c1.3 0 2.5.6 3.2 1.7l3.4 5 5.3.9c1.7.3 2.9 1.7 2.9 3.4V40h-3.5m-7 0H15.5',
    line: 'M32 18V9.5h3.5a2.9 2.9 0 0 1 0 5.8H32M34.5 22v9M11.7 29.7H32M21.5 23v6.7M8.5 40a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0zM29.5 40a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0z',
  },
  glass: {
    tint: 'M13 11h22c1.7 0 3.1 1.1 3.6 2.7l4.9 17.4c.6 2-.9 4-3 4-11-1.4-22-1.4-33 0-2.1 0-3.6-2-3-4l4.9-17.4C9.9 12.1 11.3 11 13 11z',
    line: 'M27 23l-4-5m4 5l4.5-5.5M27 23l6.5 2.5M27 23l-1 7m1-7l-7.5 2M27 23l5 5.5M8 40l8-5.5',
  },
  weather: {
    tint: 'M14.5 27a8 8 0 0 1-.9-15.9A11 11 0 0 1 34.5 13.2 7 7 0 0 1 35 27z',
    line: 'M14 32a1 1 0 1 0 .01 0zM22 32a1 1 0 1 0 .01 0zM30 32a1 1 0 1 0 .01 0zM38 32a1 1 0 1 0 .01 0zM18 38a1 1 0 1 0 .01 0zM26 38a1 1 0 1 0 .01 0zM34 38a1 1 0 1 0 .01 0z',
  },
  wildlife: {
    tint: 'M18 23c-.5 8 2.5 18 6 18s6.5-10 6-18c-3.5-2.5-8.5-2.5-12 0z',
    line: 'M18 24c-4.5.5-8-1.5-9.5-5 4-1 7.5.2 10 3M30 24c4.5.5 8-1.5 9.5-5-4-1-7.5.2-10 3M20.5 21c-1-4.5-6-5-6.5-14M14.7 12.5C12 12.5 10 11 9.5 8M16.5 15.5c2.5-.5 4-3 4-6M27.5 21c1-4.5 6-5 6.5-14M33.3 12.5c2.7 0 4.7-1.5 5.2-4.5M31.5 15.5c-2.5-.5-4-3-4-6M22.5 37h3M21.5 28v1M26.5 28v1',
  },
  vandalism: {
    tint: 'M7 41V25.5c0-2 .7-3.9 2-5.4l8.2-9.3A8 8 0 0 1 23.2 8H37a4 4 0 0 1 4 4v25a4 4 0 0 1-4 4z',
    line: 'M12 22h22.5v-7.5H21.3a3 3 0 0 0-2.3 1zM30 27h4.5M12 35l5-3 3 3 5-4 4 4 7-5',
  },
  marten: {
    tint: 'M3 34.4c5.6 0 5.5-9.4 12-12.3l2 4.8c-5.3 2.3-5.4 12.7-14 12.7M45 14c-5.6 0-5.5 9.4-12 12.3l-2-4.8c5.3-2.3 5.4-12.7 14-12.7',
    line: 'M26 7l-6 9.5h5L22 24M16 24.5l3.5-2.5M17 26.5l4-.5M32 23.5L28.5 26M31 21.5l-4 .5M25 30l-2.5 5h4L24 41',
  },
  theft: {
    tint: 'M14 21h20a5 5 0 0 1 5 5v11a5 5 0 0 1-5 5h-20a5 5 0 0 1-5-5v-11a5 5 0 0 1 5-5z',
    line: 'M15 21v-5.5a9 9 0 0 1 17.2-3.7M21 30a3 3 0 1 0 6 0a3 3 0 1 0-6 0zM24 33v4',
  },
  fire: {
    tint: 'M25 4c1 8.5 12 12.5 12 24a13 13 0 0 1-26 0c0-5.5 2.7-9 5.5-11.5.3 3.5 1.5 5.5 3.7 6.8C20 16.5 21 10 25 4z',
    line: 'M24.5 28c.5 3 4 4.5 4 8a4.5 4.5 0 0 1-9 0c0-3 3.5-4.5 5-8z',
  },
  leaseReturn: {
    tint: 'M5 31a8 8 0 1 0 16 0a8 8 0 1 0-16 0z',
    line: 'M9.5 31a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0-3 0zM21 31h23v6M36 31v5M12 13h22a8 8 0 0 1 8 8M18 7l-6 6 6 6',
  },
  other: {
    tint: 'M41.5 13.5l-6.5 6.5-5.5-1.5L28 13l6.5-6.5A11 11 0 0 0 20.7 20.8L7.9 33.6a4.6 4.6 0 0 0 6.5 6.5l12.8-12.8A11 11 0 0 0 41.5 13.5z',
    line: 'M12 36v.01',
  },
};
