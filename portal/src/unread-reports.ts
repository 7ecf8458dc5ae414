import { fetchUnreadReports } from './data/messages.ts';
import { liveUpdates } from './live-updates.ts';
import { sessionChanges, sessionState } from './session.ts';

const restMs = 1_500;
let count = 0;
let soon: ReturnType<typeof setTimeout> | undefined;

/** In how many reports the customer wrote what whoever is signed in has not seen; tells `change`. */
export const unreadReports = new EventTarget();

export function unreadReportCount(): number {
  return count;
}

export async function readUnreadReports() {
  show(sessionState().kind === 'signedIn' ? await fetchUnreadReports().catch(() => count) : 0);
}

function show(next: number) {
  if (next === count) return;
  count = next;
  unreadReports.dispatchEvent(new Event('change'));
}

/** On a busy day one question answers for many changes. */
function readSoon() {
  soon ??= setTimeout(() => {
    soon = undefined;
    void readUnreadReports();
  }, restMs);
}

liveUpdates.addEventListener('report', readSoon);
liveUpdates.addEventListener('connected', readSoon);
sessionChanges.addEventListener('change', () => void readUnreadReports());
