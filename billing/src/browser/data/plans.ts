import { billingAccountSchema, planPreviewSchema, plansSchema, type BillingAccount, type Plan, type PlanChoice, type PlanPreview } from '@meldewerk/contract/billing';
import { requestJson } from '@meldewerk/shell/request';
import { accountUrl } from './accounts.ts';

export async function fetchPlans(): Promise<Plan[]> {
  return (await requestJson(plansSchema, 'GET', '/api/billing/plans')).plans;
}

/** What the subscription will begin with. */
export function choosePlan(tenantId: string, choice: PlanChoice): Promise<BillingAccount> {
  return requestJson(billingAccountSchema, 'PUT', `${accountUrl(tenantId)}/choice`, { body: choice });
}

export function previewPlan(tenantId: string, choice: PlanChoice): Promise<PlanPreview> {
  return requestJson(planPreviewSchema, 'POST', `${accountUrl(tenantId)}/plan-previews`, { body: choice });
}

export function changePlan(tenantId: string, choice: PlanChoice): Promise<BillingAccount> {
  return requestJson(billingAccountSchema, 'PUT', `${accountUrl(tenantId)}/plan`, { body: choice });
}

export function cancelSubscription(tenantId: string, reason: string): Promise<BillingAccount> {
  return requestJson(billingAccountSchema, 'POST', `${accountUrl(tenantId)}/cancellation`, { body: reason ? { reason } : {} });
}

export function takeBackCancellation(tenantId: string): Promise<BillingAccount> {
  return requestJson(billingAccountSchema, 'DELETE', `${accountUrl(tenantId)}/cancellation`);
}
