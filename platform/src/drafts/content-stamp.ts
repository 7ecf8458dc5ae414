/** When a field was typed, by the server's clock; of two the later one counts. */
type Typed = { ageMs: number; after: number };

/**
 * A device tells how long ago something was typed and over which value, never when: only the server's clock counts. Nothing is
 * later than its arrival, so that a device whose clock runs ahead wins nothing; and what was typed over a value is later than
 * that value, whatever the device's clock says.
 */
export function stampOf({ ageMs, after }: Typed, arrivedAt: Date): number {
  const now = arrivedAt.getTime();
  return Math.max(0, Math.min(now, Math.max(now - ageMs, after + 1)));
}

/** Whether `arriving` takes the place of what is there. Of two of the same moment, the one that arrives later. */
export function wins(arriving: number, there: number | undefined): boolean {
  return there === undefined || arriving >= there;
}
