import { billingPaths } from '@meldewerk/contract/billing';
import { billingMandates } from '@meldewerk/db/schema-billing';
import { inTenant } from '@meldewerk/db/tenant-scope';
import type { HostedPage, PaymentSource } from 'chargebee';
import { and, eq, isNotNull } from 'drizzle-orm';
import { putCustomer } from '../account/put-customer.ts';
import { askChargebee, once } from '../chargebee/ask-chargebee.ts';
import { toChargebeeFailure } from '../chargebee/to-chargebee-failure.ts';
import { listBankAccounts } from './list-bank-accounts.ts';
import type { Attempt, EnrollmentRoute } from './route.ts';

/** Chargebee's own page for bank accounts, which leads back to ours. */
export const hostedRoute: EnrollmentRoute = {
  async begin({ billing, account, mandate }) {
    await putCustomer(billing, account);
    const { hosted_page: page } = await askChargebee(() =>
      billing.chargebee.hostedPage.managePaymentSources(
        { customer: { id: account.tenantId }, card: { gateway_account_id: billing.config.chargebee.gatewayAccountId }, redirect_url: `${billing.config.portalUrl}${billingPaths.mandate}/${mandate.id}` },
        once('enrollment', mandate.id),
      ),
    );
    if (page.id === undefined || page.url === undefined) throw new Error('a new hosted page has its id and address');
    return { route: 'hosted', vendorReference: page.id, url: page.url };
  },

  async check({ billing, account, mandate, vendorReference }) {
    const page = await retrievePage({ billing, account, mandate }, vendorReference);
    if (!page) return { kind: 'expired' };
    if (!isOurs(page, account.tenantId)) return { kind: 'foreign' };
    if (page.state === 'cancelled') return { kind: 'failed', code: page.failure_reason ?? 'cancelled' };
    // The page may have done its work without having said so: what counts is whether there is a new bank account.
    const added = await newBankAccount({ billing, account, mandate });
    if (added) return added.status === 'invalid' || added.status === 'expired' ? { kind: 'failed', code: added.status } : { kind: 'given', take: async () => added, reference: async () => null };
    if (page.state === 'succeeded' || page.state === 'acknowledged') return { kind: 'failed', code: 'noNewAccount' };
    return page.expires_at !== undefined && page.expires_at * 1000 <= billing.businessNow().getTime() ? { kind: 'expired' } : { kind: 'waiting' };
  },
};

async function retrievePage({ billing }: Attempt, id: string): Promise<HostedPage | null> {
  return askChargebee(async () => {
    try {
      return (await billing.chargebee.hostedPage.retrieve(id)).hosted_page;
    } catch (thrown) {
      if (toChargebeeFailure(thrown).kind === 'missing') return null;
      throw thrown;
    }
  });
}

/** Until somebody finished it, a page does not say whose it is. */
function isOurs({ content }: HostedPage, tenantId: string): boolean {
  const customer = (content as Partial<HostedPage['content']> | undefined)?.customer;
  return customer === undefined || customer.id === tenantId;
}

/** One that came since this attempt began and that no mandate is about yet. */
async function newBankAccount({ billing, account, mandate }: Attempt): Promise<PaymentSource | undefined> {
  const { tenantId } = account;
  const { paymentSourceId } = billingMandates;
  const known = await inTenant(billing.db, tenantId, (tx) => tx.select({ paymentSourceId }).from(billingMandates).where(and(eq(billingMandates.tenantId, tenantId), isNotNull(paymentSourceId))));
  const begunAt = Math.floor(mandate.startedAt.getTime() / 1000);
  return (await listBankAccounts(billing, tenantId)).find(({ id, created_at: at }) => at >= begunAt && !known.some((one) => one.paymentSourceId === id));
}
