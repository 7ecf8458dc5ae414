import type { BillingSession } from '@meldewerk/contract/billing';
import { navigate } from '@meldewerk/shell/navigation';
import { ProblemError, signedOut } from '@meldewerk/shell/request';
import { confirmEmail } from './data/accounts.ts';
import { endSession, fetchSession, redeemCode, redeemToken } from './data/sessions.ts';
import { paths } from './router.ts';
import { placeToReturnTo } from './return-place.ts';

type State =
  | { kind: 'unknown' }
  | { kind: 'unreachable'; error: unknown }
  /** `ended`: somebody was signed in here a moment ago, and the page they were at is still there. */
  | { kind: 'signedOut'; ended: boolean }
  | { kind: 'signedIn'; session: BillingSession };

let state: State = { kind: 'unknown' };

/** Tells `change` when somebody signs in or out. */
export const sessionChanges = new EventTarget();

export function sessionState(): State {
  return state;
}

export async function resumeSession() {
  try {
    become({ kind: 'signedIn', session: await fetchSession() });
  } catch (error) {
    if (error instanceof ProblemError && error.problem.status === 401) become({ kind: 'signedOut', ended: state.kind === 'signedOut' && state.ended });
    else if (state.kind === 'unknown' || state.kind === 'unreachable') become({ kind: 'unreachable', error });
  }
}

/** By the link in the mail: it opens where the person was when they asked for it. */
export async function signInByLink(token: string) {
  const session = await redeemToken(token);
  navigate(placeToReturnTo() ?? paths.start, 'replace');
  become({ kind: 'signedIn', session });
}

/** By the six digits in the mail. */
export async function signInByCode(signInId: string, code: string) {
  const session = await redeemCode(signInId, code);
  if (location.pathname === paths.signIn) navigate(paths.start, 'replace');
  become({ kind: 'signedIn', session });
}

/** By the link to a new accounting address, which is what one signs in with from now on. */
export async function signInByConfirming(token: string) {
  become({ kind: 'signedIn', session: await confirmEmail(token) });
}

export async function signOut() {
  await endSession();
  navigate(paths.signIn);
  become({ kind: 'signedOut', ended: false });
}

signedOut.addEventListener('signed-out', () => {
  if (state.kind === 'signedIn') become({ kind: 'signedOut', ended: true });
});

// Whoever follows the link in another tab finds this one where it was.
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible' && state.kind === 'signedOut') void resumeSession();
});

function become(next: State) {
  state = next;
  sessionChanges.dispatchEvent(new Event('change'));
}
