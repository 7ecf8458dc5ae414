import { msg } from '@lit/localize';
import type { BillingHint } from '@meldewerk/contract/billing';
import { fetchBillingHint } from './data/billing-hint.ts';
import { sessionChanges, sessionState } from './session.ts';

const restMs = 5 * 60_000;
let hint: BillingHint | null = null;
let timer: ReturnType<typeof setInterval> | undefined;

/** How the workshop's subscription stands; tells `change`. */
export const billingStanding = new EventTarget();

export function billingHint(): BillingHint | null {
  return hint;
}

/** No new links go out: nothing to stop what runs. */
export function linksStopped(): boolean {
  return hint?.linksStopped ?? false;
}

/** Why a button that would give out a new link cannot be pressed. */
export function linksStoppedReason(): string {
  return hint?.state === 'cancelled'
    ? msg('Der Vertrag ist beendet: Neue Links können nicht mehr verschickt werden.', { id: 'billing.stoppedEnded' })
    : msg('Neue Links sind angehalten, weil eine Rechnung offen ist. Verschicken können Sie wieder, sobald sie bezahlt ist.', { id: 'billing.stoppedReason' });
}

/** Where it cannot be told nothing is said: the server refuses by itself. */
async function read() {
  const next = sessionState().kind === 'signedIn' ? await fetchBillingHint().catch(() => hint) : null;
  if (JSON.stringify(next) === JSON.stringify(hint)) return;
  hint = next;
  billingStanding.dispatchEvent(new Event('change'));
}

sessionChanges.addEventListener('change', () => {
  clearInterval(timer);
  if (sessionState().kind === 'signedIn') timer = setInterval(() => document.visibilityState === 'visible' && void read(), restMs);
  void read();
});
