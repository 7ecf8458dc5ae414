import { expect, test } from 'vitest';
import { stampOf, wins } from './content-stamp.ts';

type Edit = { value: string; typedAt: number; arrivesAt: number };

/** What stands in a field once all of them have arrived, in this order. */
function settle(edits: readonly Edit[]): string | undefined {
  let there: { value: string; stamp: number } | undefined;
  for (const { value, typedAt, arrivesAt } of edits) {
    const stamp = stampOf({ ageMs: arrivesAt - typedAt, after: 0 }, new Date(arrivesAt));
    if (wins(stamp, there?.stamp)) there = { value, stamp };
  }
  return there?.value;
}

test('whatever order edits arrive in, however late, the one typed last stands there', () => {
  // A fixed row of numbers that looks like chance: a failure can be repeated.
  let state = 7;
  const next = (below: number) => (state = (state * 48_271) % 2_147_483_647) % below;
  for (let round = 0; round < 300; round++) {
    const edits = Array.from({ length: 2 + next(5) }, (_, index): Edit => ({ value: `v${index}`, typedAt: 1_000 * (index + 1) + next(900), arrivesAt: 0 }));
    const last = edits.at(-1)?.value;
    const shuffled = edits.map((edit) => ({ edit, at: next(1_000_000) })).toSorted((one, other) => one.at - other.at);
    const arriving = shuffled.map(({ edit }, index) => ({ ...edit, arrivesAt: 100_000 + index * next(5_000) }));
    expect(settle(arriving), JSON.stringify(arriving)).toBe(last);
  }
});

test('a device whose clock runs ahead or back wins nothing for ever', () => {
  const arrival = new Date(1_000_000);
  // The clock was set back between typing and sending: less than no age is none.
  expect(stampOf({ ageMs: 0, after: 0 }, arrival)).toBe(1_000_000);
  // Somebody claims to have seen a value from the future.
  expect(stampOf({ ageMs: 0, after: 9_000_000_000 }, arrival)).toBe(1_000_000);
  expect(wins(stampOf({ ageMs: 0, after: 0 }, new Date(1_000_001)), 1_000_000)).toBe(true);
});

test('what was typed over a value outdoes it, even by a clock that says it is older', () => {
  const seen = 500_000;
  expect(stampOf({ ageMs: 900_000, after: seen }, new Date(1_000_000))).toBe(seen + 1);
});

test('of two of the same moment the one that arrives later counts', () => {
  expect(wins(1, 1)).toBe(true);
  expect(wins(0, 1)).toBe(false);
});
