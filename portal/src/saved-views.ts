import type { SavedView } from '@meldewerk/contract/list';
import { fetchViews } from './data/lists.ts';
import { sessionChanges, sessionState } from './session.ts';

let views: SavedView[] = [];
let reading: Promise<SavedView[]> | undefined;

/** Tells `change` when views came, changed or went. */
export const viewChanges = new EventTarget();

/** Own and shared ones, in the order they were made. */
export function currentViews(): SavedView[] {
  return views;
}

export function loadViews(): Promise<SavedView[]> {
  reading ??= readViews().catch(() => {
    reading = undefined;
    return views;
  });
  return reading;
}

export async function readViews(): Promise<SavedView[]> {
  views = await fetchViews();
  viewChanges.dispatchEvent(new Event('change'));
  return views;
}

sessionChanges.addEventListener('change', () => {
  if (sessionState().kind === 'signedIn') return;
  views = [];
  reading = undefined;
});
