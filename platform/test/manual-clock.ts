import type { Clock } from '../src/services.ts';

export type ManualClock = Clock & { advance(by: { minutes?: number; hours?: number; days?: number }): void };

/** Stands still until it is advanced; with null it runs with the machine's and can still be advanced. */
export function createManualClock(start: Date | null): ManualClock {
  let ahead = 0;
  return {
    now: () => new Date((start?.getTime() ?? Date.now()) + ahead),
    advance({ minutes = 0, hours = 0, days = 0 }) {
      ahead += ((days * 24 + hours) * 60 + minutes) * 60_000;
    },
  };
}
