import type { HostedPage } from 'chargebee';
import type { StripeAccount } from '../stripe/accounts.ts';
import { getCustomer } from './customers.ts';
import { notFound, wrongState } from './failure.ts';
import { addPaymentSource, getPaymentSource } from './payment-sources.ts';
import type { Site } from './site.ts';

/** What a page is for and where it leads back to; the vendor does not show this. `id` is the page's. */
export type HostedPageOrder = { id: string; customerId: string; redirectUrl?: string; gatewayAccountId?: string };
export type KnownHostedPage = HostedPage & { id: string };

// Source: apidocs.chargebee.com/docs/api/hosted_pages: those for payment methods are good for five days.
const validSeconds = 5 * 86_400;

/** A page of the vendor's on which a customer gives a bank account. */
export function createManagePaymentSources(site: Site, { customerId, redirectUrl, gatewayAccountId, pagesUrl }: { customerId: string; redirectUrl?: string; gatewayAccountId?: string; pagesUrl: string }): KnownHostedPage {
  getCustomer(site, customerId);
  const id = site.newId('') + site.newId('');
  return site.store.atomically(() => {
    site.store.hostedPageOrders.put({ id, customerId, ...(redirectUrl !== undefined && { redirectUrl }), ...(gatewayAccountId !== undefined && { gatewayAccountId }) });
    return site.store.hostedPages.put({
      id,
      type: 'manage_payment_sources',
      url: `${pagesUrl}/chargebee/pages/v3/${id}/`,
      state: 'created',
      embed: false,
      created_at: site.seconds(),
      updated_at: site.seconds(),
      expires_at: site.seconds() + validSeconds,
      resource_version: site.nextVersion(),
      // The client's type lists every resource there is; none is here yet.
      content: {} as HostedPage['content'],
    });
  });
}

export function getHostedPage(site: Site, id: string): KnownHostedPage {
  const page = site.store.hostedPages.get(id);
  if (!page) throw notFound('HostedPage', id);
  return page;
}

/** The page as somebody opens it, with what it is for; undefined when it is over, ran out or is none. */
export function openHostedPage(site: Site, id: string): HostedPageOrder | undefined {
  const page = site.store.hostedPages.get(id);
  if (!page || (page.state !== 'created' && page.state !== 'requested') || (page.expires_at ?? 0) <= site.seconds()) return undefined;
  return site.store.hostedPageOrders.get(id);
}

/** A bank account was given: it is debited from now on. Resolves to where the page leads back to. */
export function succeedHostedPage(site: Site, id: string, account: StripeAccount): string | undefined {
  const order = openHostedPage(site, id);
  if (!order) throw wrongState('The page is over.');
  return site.store.atomically(() => {
    const content = addPaymentSource(site, { customerId: order.customerId, account, ...(order.gatewayAccountId !== undefined && { gatewayAccountId: order.gatewayAccountId }), replacePrimary: true, source: 'hosted_page' });
    site.store.hostedPages.put({ ...getHostedPage(site, id), state: 'succeeded', updated_at: site.seconds(), resource_version: site.nextVersion(), content: content as HostedPage['content'] });
    return leadBack(order, 'succeeded');
  });
}

/** Somebody turned back. */
export function cancelHostedPage(site: Site, id: string): string | undefined {
  const order = openHostedPage(site, id);
  if (!order) throw wrongState('The page is over.');
  site.store.hostedPages.put({ ...getHostedPage(site, id), state: 'cancelled', updated_at: site.seconds(), resource_version: site.nextVersion() });
  return leadBack(order, 'cancelled');
}

/** What the page brought was seen; it can be acknowledged once. */
export function acknowledgeHostedPage(site: Site, id: string): KnownHostedPage {
  const page = getHostedPage(site, id);
  if (page.state !== 'succeeded') throw wrongState('Only a page that succeeded can be acknowledged.');
  return site.store.hostedPages.put({ ...page, state: 'acknowledged', updated_at: site.seconds(), resource_version: site.nextVersion() });
}

/** The account whose agreement is asked for, on whichever way it was given. */
export function agreementOf(site: Site, paymentSourceId: string) {
  const source = getPaymentSource(site, paymentSourceId);
  return { source, customer: getCustomer(site, source.customer_id) };
}

/** Source: apidocs.chargebee.com/docs/api/hosted_pages: `id` and `state` are added to the address. */
function leadBack({ id, redirectUrl }: HostedPageOrder, state: 'succeeded' | 'cancelled'): string | undefined {
  if (redirectUrl === undefined || !URL.canParse(redirectUrl)) return undefined;
  const url = new URL(redirectUrl);
  url.searchParams.set('id', id);
  url.searchParams.set('state', state);
  return url.href;
}
