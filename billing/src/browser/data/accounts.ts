import { billingAccountSchema, billingSessionSchema, usageSchema, type BillingAccount, type BillingProfile, type BillingSession, type Usage } from '@meldewerk/contract/billing';
import { requestJson } from '@meldewerk/shell/request';

export function accountUrl(tenantId: string): string {
  return `/api/billing/accounts/${tenantId}`;
}

export function fetchAccount(tenantId: string): Promise<BillingAccount> {
  return requestJson(billingAccountSchema, 'GET', accountUrl(tenantId));
}

export function saveProfile(tenantId: string, profile: BillingProfile): Promise<BillingAccount> {
  return requestJson(billingAccountSchema, 'PUT', `${accountUrl(tenantId)}/profile`, { body: profile });
}

/** Nothing changes until the link in the mail to the new address was followed. */
export function changeEmail(tenantId: string, email: string): Promise<BillingAccount> {
  return requestJson(billingAccountSchema, 'PUT', `${accountUrl(tenantId)}/email`, { body: { email } });
}

/** Signs in with the new address. */
export function confirmEmail(token: string): Promise<BillingSession> {
  return requestJson(billingSessionSchema, 'POST', '/api/billing/email-confirmations', { body: { token } });
}

export function fetchUsage(tenantId: string): Promise<Usage> {
  return requestJson(usageSchema, 'GET', `${accountUrl(tenantId)}/usage`);
}
