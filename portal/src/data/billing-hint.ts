import { billingHintSchema, type BillingHint } from '@meldewerk/contract/billing';
import { request } from '@meldewerk/shell/request';
import * as v from 'valibot';

/** How the workshop's subscription stands; null where nothing is billed. */
export async function fetchBillingHint(): Promise<BillingHint | null> {
  const response = await request('GET', '/api/billing-hint');
  return response.status === 204 ? null : v.parse(billingHintSchema, await response.json());
}
