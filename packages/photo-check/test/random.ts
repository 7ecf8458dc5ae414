/** The same numbers for the same seed on every machine (mulberry32), so that a rate is the same in every run. */
export function randomFrom(seed: number): (from: number, to: number) => number {
  let state = (seed + 1) * 0x9e3779b9;
  return (from, to) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return from + (((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * (to - from);
  };
}
