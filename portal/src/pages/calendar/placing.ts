import type { Wish } from '@meldewerk/contract/appointment';

/** A report that is looking for its half day, by press or by drag. */
export type Placing = { reportId: string; name: string; wishes: Wish[]; dragged: boolean };

export class PlacingEvent extends Event {
  /** Null lets go. */
  readonly placing: Placing | null;

  constructor(placing: Placing | null) {
    super('placing', { bubbles: true, composed: true });
    this.placing = placing;
  }
}

export class PlacedEvent extends Event {
  readonly reportId: string;
  readonly half: Wish;

  constructor(reportId: string, half: Wish) {
    super('placed', { bubbles: true, composed: true });
    this.reportId = reportId;
    this.half = half;
  }
}

/** Which of the wishes a half day is, counted from 1; 0 for none. */
export function wishNumber(placing: Placing | null, half: Wish): number {
  return (placing?.wishes.findIndex(({ day, part }) => day === half.day && part === half.part) ?? -1) + 1;
}
