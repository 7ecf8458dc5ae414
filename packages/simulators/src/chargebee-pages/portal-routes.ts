import type { PortalSession } from 'chargebee';
import { type Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { invoicePdf } from '../chargebee/documents.ts';
import type { Chargebee } from '../chargebee/open-chargebee.ts';
import { addPaymentSource, assignPaymentRole, deletePaymentSource } from '../chargebee/payment-sources.ts';
import { enterPortal, leavePortal } from '../chargebee/portal-sessions.ts';
import type { StripeAccounts } from '../stripe/accounts.ts';
import { accountFormView } from './account-form-view.ts';
import { frameView, noticeView } from './frame-view.ts';
import { leadBack, policyOf } from './lead-back.ts';
import { portalView } from './portal-view.ts';
import { type AccountForm, emptyForm, readAccountForm } from './read-account-form.ts';
import { pagesLanguage, pagesTexts } from './texts.ts';

const cookieName = 'simulated_portal';
const home = '/chargebee/portal/v2/home';
const sessionSeconds = 3600;

/** The vendor's portal for one customer. The address that leads in works once; a cookie carries the session from there on. */
export function portalRoutes({ site, catchUp }: Chargebee, stripe: StripeAccounts): Hono {
  const over = (c: Context) => c.html(noticeView(pagesLanguage(c.req.header('accept-language')), 'over'), 410);
  const customerOf = (session: PortalSession) => site.store.customers.get(session.customer_id);
  const sessionOf = (c: Context) => {
    const token = getCookie(c, cookieName);
    const session = token === undefined ? undefined : site.store.portalSessions.all().find((one) => one.token === token);
    const open = (session?.status === 'logged_in' || session?.status === 'activated') && (session.login_at ?? 0) + sessionSeconds > site.seconds();
    return open ? session : undefined;
  };
  /** What a customer may do to a bank account of their own, and to no other. */
  const change = (work: (sourceId: string, customerId: string) => void) => (c: Context) => {
    const session = sessionOf(c);
    if (!session) return over(c);
    const source = site.store.paymentSources.get(c.req.param('id') ?? '');
    if (source?.customer_id !== session.customer_id || source.deleted) return c.notFound();
    work(source.id, session.customer_id);
    void catchUp();
    return c.redirect(home, 303);
  };
  const showForm = (c: Context, session: PortalSession, form: AccountForm, status: 200 | 422) => {
    const language = pagesLanguage(c.req.header('accept-language'));
    c.header('content-security-policy', policyOf(undefined));
    const body = accountFormView({ language, action: '/chargebee/portal/v2/payment_sources', cancelAction: '/chargebee/portal/v2/return', company: customerOf(session)?.company ?? '', form });
    return c.html(frameView({ language, title: pagesTexts[language].giveTitle, body }), status);
  };
  return new Hono()
    .get('/authenticate', (c) => {
      const session = enterPortal(site, c.req.query('token') ?? '', '127.0.0.1');
      if (!session) return over(c);
      setCookie(c, cookieName, session.token, { httpOnly: true, sameSite: 'Lax', path: '/chargebee/portal' });
      return c.redirect(home, 303);
    })
    .get('/home', (c) => {
      const session = sessionOf(c);
      if (!session) return over(c);
      const customer = customerOf(session);
      const mine = <T extends { customer_id: string }>(all: T[]) => all.filter(({ customer_id }) => customer_id === session.customer_id).toReversed();
      c.header('content-security-policy', policyOf(session.redirect_url));
      return c.html(portalView({
        language: pagesLanguage(c.req.header('accept-language')),
        company: customer?.company ?? '',
        primaryId: customer?.primary_payment_source_id,
        sources: mine(site.store.paymentSources.all()).filter(({ deleted }) => !deleted),
        invoices: mine(site.store.invoices.all()),
      }));
    })
    .get('/new', (c) => {
      const session = sessionOf(c);
      return session ? showForm(c, session, emptyForm(customerOf(session)?.company ?? ''), 200) : over(c);
    })
    .post('/return', (c) => c.redirect(home, 303))
    .post('/payment_sources', async (c) => {
      const session = sessionOf(c);
      if (!session) return over(c);
      const read = await readAccountForm(c, stripe, { language: pagesLanguage(c.req.header('accept-language')), email: customerOf(session)?.email ?? '' });
      if ('form' in read) return showForm(c, session, read.form, 422);
      addPaymentSource(site, { customerId: session.customer_id, account: read.account, replacePrimary: true, source: 'portal' });
      void catchUp();
      return c.redirect(home, 303);
    })
    .post('/payment_sources/:id/primary', change((id, customerId) => assignPaymentRole(site, customerId, { payment_source_id: id, role: 'primary' }, 'portal')))
    .post('/payment_sources/:id/removal', change((id) => deletePaymentSource(site, id, { source: 'portal' })))
    .get('/invoices/:id', (c) => {
      const session = sessionOf(c);
      if (!session) return over(c);
      const invoice = site.store.invoices.get(c.req.param('id'));
      const customer = customerOf(session);
      if (invoice?.customer_id !== session.customer_id || !customer) return c.notFound();
      return c.body(invoicePdf(invoice, customer), 200, { 'content-type': 'application/pdf', 'content-disposition': `inline; filename="${invoice.id}.pdf"` });
    })
    .post('/logout', (c) => {
      const session = sessionOf(c);
      if (!session) return over(c);
      setCookie(c, cookieName, '', { path: '/chargebee/portal', maxAge: 0 });
      return leadBack(c, leavePortal(site, session.id).redirect_url, 'cancelled');
    });
}
