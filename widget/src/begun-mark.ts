import { isBegun, type Draft } from './draft.ts';

// A hint that can be read at once, for drawing alone: what counts is in the device's database.

/** Whether the draft of `name` on this device may change what the first step shows. */
export function mayLieOnDevice(name: string): boolean {
  try {
    return localStorage.getItem(keyOf(name)) !== null;
  } catch {
    return true;
  }
}

export function markDevice(name: string, draft: Draft): void {
  try {
    if (isBegun(draft) || draft.receipt || draft.language) localStorage.setItem(keyOf(name), '1');
    else localStorage.removeItem(keyOf(name));
  } catch {
    // Then everybody waits for the database.
  }
}

function keyOf(name: string): string {
  return `meldewerk ${name}`;
}
