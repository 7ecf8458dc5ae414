import { staffSessionSchema, type StaffSession } from '@meldewerk/contract/staff';
import { request, requestJson } from '@meldewerk/shell/request';

export function fetchSession(): Promise<StaffSession> {
  return requestJson(staffSessionSchema, 'GET', '/api/staff/sessions/current');
}

export function createSession(email: string, password: string): Promise<StaffSession> {
  return requestJson(staffSessionSchema, 'POST', '/api/staff/sessions', { body: { email, password } });
}

export async function endSession() {
  await request('DELETE', '/api/staff/sessions/current');
}

/** Ends every session of this person, this one included. */
export async function endAllSessions() {
  await request('DELETE', '/api/staff/sessions');
}

export async function requestPasswordReset(email: string) {
  await request('POST', '/api/staff/password-resets', { body: { email } });
}

export async function setPassword(token: string, password: string) {
  await request('POST', '/api/staff/passwords', { body: { token, password } });
}
