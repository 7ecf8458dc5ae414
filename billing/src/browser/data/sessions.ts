import { billingSessionSchema, billingSignInSchema, type BillingSession } from '@meldewerk/contract/billing';
import { request, requestJson } from '@meldewerk/shell/request';

export function fetchSession(): Promise<BillingSession> {
  return requestJson(billingSessionSchema, 'GET', '/api/billing/sessions/current');
}

/** The same answer for every address; what comes by mail belongs to this id. */
export async function requestSignIn(email: string): Promise<string> {
  return (await requestJson(billingSignInSchema, 'POST', '/api/billing/sign-ins', { body: { email } })).signInId;
}

export function redeemToken(token: string): Promise<BillingSession> {
  return requestJson(billingSessionSchema, 'POST', '/api/billing/sessions', { body: { token } });
}

export function redeemCode(signInId: string, code: string): Promise<BillingSession> {
  return requestJson(billingSessionSchema, 'POST', '/api/billing/sessions', { body: { signInId, code } });
}

export async function endSession() {
  await request('DELETE', '/api/billing/sessions/current');
}
