import type { PortalSession } from 'chargebee';
import { getCustomer } from './customers.ts';
import { notFound, wrongState } from './failure.ts';
import type { Site } from './site.ts';

// Source: apidocs.chargebee.com/docs/api/portal_sessions: the access URL is good for an hour and for one entry.
const validSeconds = 3600;

/** Lets a customer into the portal without signing in there. */
export function createPortalSession(site: Site, { customerId, redirectUrl, pagesUrl }: { customerId: string; redirectUrl: string | undefined; pagesUrl: string }): PortalSession {
  const customer = getCustomer(site, customerId);
  const token = site.newId('') + site.newId('');
  return site.store.portalSessions.put({
    id: site.newId('portal_'),
    token,
    access_url: `${pagesUrl}/chargebee/portal/v2/authenticate?token=${token}`,
    ...(redirectUrl !== undefined && { redirect_url: redirectUrl }),
    status: 'created',
    created_at: site.seconds(),
    expires_at: site.seconds() + validSeconds,
    customer_id: customerId,
    linked_customers: [
      {
        customer_id: customerId,
        ...(customer.email !== undefined && { email: customer.email }),
        has_billing_address: customer.billing_address !== undefined,
        has_payment_method: customer.primary_payment_source_id !== undefined,
        has_active_subscription: site.store.subscriptions.all().some(({ customer_id, status }) => customer_id === customerId && status !== 'cancelled'),
      },
    ],
  } satisfies PortalSession);
}

export function getPortalSession(site: Site, id: string): PortalSession {
  const session = site.store.portalSessions.get(id);
  if (!session) throw notFound('PortalSession', id);
  return session;
}

/** Somebody follows the access URL: the session it opens, or undefined when the URL was used before, ran out, or is none. */
export function enterPortal(site: Site, token: string, ipAddress: string): PortalSession | undefined {
  const session = site.store.portalSessions.all().find((one) => one.token === token);
  if (session?.status !== 'created' || (session.expires_at ?? 0) <= site.seconds()) return undefined;
  return site.store.portalSessions.put({ ...session, status: 'logged_in', login_at: site.seconds(), login_ipaddress: ipAddress });
}

/** For portals under the seller's own name: the token that came back with the customer is shown to be genuine. */
export function activatePortalSession(site: Site, id: string, token: string): PortalSession {
  const session = getPortalSession(site, id);
  if (session.token !== token || session.status === 'logged_out' || (session.expires_at ?? 0) <= site.seconds()) throw wrongState('The token is not valid for this session.');
  return site.store.portalSessions.put({ ...session, status: 'activated' });
}

export function leavePortal(site: Site, id: string): PortalSession {
  return site.store.portalSessions.put({ ...getPortalSession(site, id), status: 'logged_out', logout_at: site.seconds() });
}
