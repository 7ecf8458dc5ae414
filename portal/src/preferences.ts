import type { Preferences, PreferencesChange } from '@meldewerk/contract/list';
import { fetchPreferences, savePreferences } from './data/lists.ts';
import { sessionChanges, sessionState } from './session.ts';

const initial: Preferences = { sort: 'newest', layout: 'list', startView: null };

let preferences = initial;
let reading: Promise<void> | undefined;

/** Tells `change` when the person chose something. */
export const preferenceChanges = new EventTarget();

export function currentPreferences(): Preferences {
  return preferences;
}

/** Read once per session; without an answer it begins as for somebody who never chose. */
export async function loadPreferences(): Promise<Preferences> {
  reading ??= fetchPreferences().then(
    (read) => void (preferences = read),
    () => void (reading = undefined),
  );
  await reading;
  return preferences;
}

/** Holds here at once; that it could not be remembered spoils nothing that is on the screen. */
export function choose(change: PreferencesChange) {
  preferences = { ...preferences, ...change };
  preferenceChanges.dispatchEvent(new Event('change'));
  void savePreferences(change).catch(() => undefined);
}

sessionChanges.addEventListener('change', () => {
  if (sessionState().kind === 'signedIn') return;
  preferences = initial;
  reading = undefined;
});
