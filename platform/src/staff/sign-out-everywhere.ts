import type { StaffScope } from '../http/scope.ts';
import { staffSessionsOf } from './sessions.ts';

/** Ends every session of this user, on every device. Returns the cookie that clears the one in this browser. */
export async function signOutEverywhere(scope: StaffScope): Promise<{ cookie: string }> {
  const sessions = staffSessionsOf(scope);
  await sessions.endAllOf(scope.staff.id);
  return { cookie: sessions.blankCookie() };
}
