import { beginSession } from '@meldewerk/billing/sign-in/open-session';
import type { Billing } from '@meldewerk/billing/billing';
import { billingAccounts } from '@meldewerk/db/schema-billing';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { defaultVehicleCatalogue } from '@meldewerk/catalogue/default-vehicle';
import { callLoopback, type SendCallBack } from '@meldewerk/simulators/call-back';
import type { Simulators } from '@meldewerk/simulators/start';
import { defaultSettings } from '@meldewerk/tenants/default-settings';
import { provisionTenant } from '@meldewerk/tenants/provision';
import type postgres from 'postgres';
import { expect } from 'vitest';
import type { Services } from '../../src/services.ts';
import { choice, profile, typeIban, type Started } from '../account-holder.ts';
import { newErrand, type Errand } from './errand.ts';

export const billingHost = 'billing.localhost:3000';
export const chargebeeWebhook = { url: 'http://localhost:3000/api/webhooks/chargebee', user: 'chargebee', password: 'the-webhook-password-of-the-tests' };

/** Vendors call whichever process lives now. */
export function callBackTo(port: () => number): SendCallBack {
  return (call) => callLoopback({ ...call, url: call.url.replace('://localhost:3000/', `://localhost:${port()}/`) });
}

export function billingSettings({ chargebeeUrl, stripeUrl }: Pick<Simulators, 'chargebeeUrl' | 'stripeUrl'>): Record<string, string> {
  return {
    CHARGEBEE_SITE: 'meldewerk-test', CHARGEBEE_API_KEY: 'test_key', CHARGEBEE_BASE_URL: chargebeeUrl, CHARGEBEE_WEBHOOK_USER: chargebeeWebhook.user, CHARGEBEE_WEBHOOK_PASSWORD: chargebeeWebhook.password, CHARGEBEE_GATEWAY_ACCOUNT_ID: 'gw_simulated',
    STRIPE_SECRET_KEY: 'rk_test_simulated', STRIPE_PUBLISHABLE_KEY: 'pk_test_simulated', STRIPE_BASE_URL: stripeUrl, MANDATE_ROUTES: 'inline', CREDITOR_NAME: 'Meldewerk Test GmbH', CREDITOR_ID: 'DE98ZZZ09999999999',
  };
}

export type BillingSetUp = Errand & { tenantId: string; email: string };

/** Company, plan and mandate of a workshop of its own, by somebody who presses each button until it answers. */
export async function newBillingSetUp(number: number, { db, newId, billing }: Services & { billing: Billing }, simulators: Simulators): Promise<BillingSetUp> {
  const email = `kasse-${number}@fest.example`;
  const contact = { address: { street: 'Am Hafen 1', postalCode: '76189', city: 'Karlsruhe', country: 'DE' }, phone: '+49 721 123456', email };
  const { tenantId } = await provisionTenant(db, { now: new Date(), newId, catalogue: defaultVehicleCatalogue, sampleForms: [] }, { slug: `kasse-${number}`, settings: defaultSettings(`Kasse ${number}`, contact), staff: { name: 'Eva', email } });
  await inTenant(db, tenantId, (tx) => tx.insert(billingAccounts).values({ tenantId, email, stateSince: new Date(), createdAt: new Date() }));
  const { token } = await beginSession(billing, email);
  const headers = { cookie: `meldewerk_billing=${token}` };
  const path = `/api/billing/accounts/${tenantId}`;
  let begun: Started | undefined;
  return {
    tenantId, email,
    ...newErrand([
      (ask) => ask({ method: 'PUT', path: `${path}/profile`, headers, json: profile, answers: 200 }),
      (ask) => ask({ method: 'PUT', path: `${path}/choice`, headers, json: choice, answers: 200 }),
      async (ask) => {
        begun = await ask<Started>({ path: `${path}/enrollments`, headers, json: { route: 'inline' }, answers: 201 });
      },
      (ask) => ask({ path: `${path}/enrollments/${begun?.id}/acceptance`, headers, json: { textSha256: begun?.text.sha256 }, answers: 204 }),
      async () => void (await typeIban({ simulators }, { clientSecret: begun?.clientSecret ?? '' })),
      async (ask) => (await ask<{ state: string }>({ path: `${path}/enrollments/${begun?.id}/completion`, headers, answers: 200 })).state === 'completed' && undefined,
    ]),
  };
}

/** One subscription, one bank account, one mandate in force, one mail, and every event worked off. */
export async function expectSetUp({ tenantId, email }: BillingSetUp, sql: postgres.Sql, { chargebee }: Billing, messages: Map<string, string[]>): Promise<void> {
  const of = { customer_id: { is: tenantId } };
  const subscriptions = (await chargebee.subscription.list(of)).list.map(({ subscription }) => subscription.status);
  const sources = (await chargebee.paymentSource.list(of)).list.map(({ payment_source: source }) => source.status);
  const [kept] = await sql`
    select state,
      (select count(*) from billing_mandates where tenant_id = account.tenant_id and completed_at is not null and ended_at is null and document_id is not null)::integer as mandates,
      (select count(*) from billing_subscriptions where tenant_id = account.tenant_id)::integer as subscriptions,
      (select count(*) from billing_payment_sources where tenant_id = account.tenant_id and deleted_at is null)::integer as sources,
      (select count(*) from chargebee_events where customer_id = account.tenant_id::text)::integer > 2 as "hasEvents",
      (select count(*) from chargebee_events where customer_id = account.tenant_id::text and applied_at is null and ignored_at is null)::integer as "openEvents"
    from billing_accounts account where tenant_id = ${tenantId}`;
  expect({ subscriptions, sources, kept, mails: messages.get(email) }, email).toEqual({
    subscriptions: ['in_trial'], sources: ['valid'],
    kept: { state: 'trial', mandates: 1, subscriptions: 1, sources: 1, hasEvents: true, openEvents: 0 },
    mails: ['Ihr Lastschriftmandat'],
  });
}
