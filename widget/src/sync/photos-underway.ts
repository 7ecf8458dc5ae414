import type { StepHost } from '../step.ts';

const tellers = new WeakMap<StepHost, () => number>();

/** How many photos another device has told of and that have not arrived; none where the draft is on this device alone. */
export function photosUnderway(host: StepHost): number {
  return tellers.get(host)?.() ?? 0;
}

export function tellPhotosUnderway(host: StepHost, count: () => number): void {
  tellers.set(host, count);
}
