import type { OperatorSession } from '@meldewerk/contract/operator';
import { navigate } from '@meldewerk/shell/navigation';
import { ProblemError, signedOut } from '@meldewerk/shell/request';
import { beginSession, endSession, fetchSession } from './data/sessions.ts';
import { followLanguage } from './locale.ts';
import { paths } from './router.ts';

type State =
  | { kind: 'unknown' }
  | { kind: 'unreachable'; error: unknown }
  /** `ended`: somebody was signed in here a moment ago, and the page they were at is still there. */
  | { kind: 'signedOut'; ended: boolean }
  | { kind: 'signedIn'; operator: OperatorSession };

let state: State = { kind: 'unknown' };

/** Tells `change` when somebody signs in or out. */
export const sessionChanges = new EventTarget();

export function sessionState(): State {
  return state;
}

export async function resumeSession() {
  try {
    await enter(await fetchSession());
  } catch (error) {
    if (error instanceof ProblemError && error.problem.status === 401) become({ kind: 'signedOut', ended: state.kind === 'signedOut' && state.ended });
    else if (state.kind === 'unknown' || state.kind === 'unreachable') become({ kind: 'unreachable', error });
  }
}

export async function signIn(email: string, password: string) {
  const operator = await beginSession(email, password);
  if (location.pathname === paths.signIn) navigate(paths.workshops, 'replace');
  await enter(operator);
}

export async function signOut() {
  await endSession();
  navigate(paths.signIn);
  become({ kind: 'signedOut', ended: false });
}

signedOut.addEventListener('signed-out', () => {
  if (state.kind === 'signedIn') become({ kind: 'signedOut', ended: true });
});

async function enter(operator: OperatorSession) {
  await followLanguage(operator.language);
  become({ kind: 'signedIn', operator });
}

function become(next: State) {
  state = next;
  sessionChanges.dispatchEvent(new Event('change'));
}
