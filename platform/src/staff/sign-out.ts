import type { Scope } from '../http/scope.ts';
import { staffSessionsOf } from './sessions.ts';

/** Ends the session the browser presented, if it was one. Returns the cookie that clears it. */
export async function signOut(scope: Scope, presentedSession: string | undefined): Promise<{ cookie: string }> {
  const sessions = staffSessionsOf(scope);
  if (presentedSession) await sessions.end(presentedSession);
  return { cookie: sessions.blankCookie() };
}
