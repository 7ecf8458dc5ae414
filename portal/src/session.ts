import type { StaffSession } from '@meldewerk/contract/staff';
import { navigate } from '@meldewerk/shell/navigation';
import { ProblemError, signedOut } from '@meldewerk/shell/request';
import { createSession, endAllSessions, endSession, fetchSession } from './data/staff.ts';
import { followStaffLanguage } from './locale.ts';
import { paths } from './router.ts';
import { loadWorkflow } from './workflow.ts';

type State =
  | { kind: 'unknown' }
  | { kind: 'unreachable'; error: unknown }
  | { kind: 'signedOut'; expired: boolean }
  | { kind: 'signedIn'; session: StaffSession };

let state: State = { kind: 'unknown' };
let lastSession: StaffSession | undefined;

/** Tells `change` when somebody signs in or out. */
export const sessionChanges = new EventTarget();

export function sessionState(): State {
  return state;
}

/** The person signed in, or who was until just now: an element on its way out may render once more. */
export function currentSession(): StaffSession {
  if (!lastSession) throw new Error('nobody has signed in');
  return lastSession;
}

export async function resumeSession() {
  try {
    await enter(await fetchSession());
  } catch (error) {
    if (error instanceof ProblemError && error.problem.status === 401) become({ kind: 'signedOut', expired: false });
    else become({ kind: 'unreachable', error });
  }
}

export async function signIn(email: string, password: string) {
  await enter(await createSession(email, password));
}

export async function signOut(everywhere: boolean) {
  await (everywhere ? endAllSessions() : endSession());
  navigate(paths.signIn);
  become({ kind: 'signedOut', expired: false });
}

signedOut.addEventListener('signed-out', () => {
  if (state.kind === 'signedIn') become({ kind: 'signedOut', expired: true });
});

async function enter(session: StaffSession) {
  await Promise.all([followStaffLanguage(session.staff.language), loadWorkflow()]);
  lastSession = session;
  become({ kind: 'signedIn', session });
}

function become(next: State) {
  state = next;
  sessionChanges.dispatchEvent(new Event('change'));
}
