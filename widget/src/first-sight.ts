/** A moment after what is drawn now has come to the screen; in a tab that nobody looks at, a little later. */
export function firstSight(): Promise<void> {
  return new Promise((seen) => {
    requestAnimationFrame(() => setTimeout(seen, breathMs));
    setTimeout(seen, unseenMs);
  });
}

/** A finger that is already there comes first. */
const breathMs = 50;
const unseenMs = 1_000;
