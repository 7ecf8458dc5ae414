import { type Context, Hono } from 'hono';
import { cancelHostedPage, openHostedPage, succeedHostedPage } from '../chargebee/hosted-pages.ts';
import type { Chargebee } from '../chargebee/open-chargebee.ts';
import type { StripeAccounts } from '../stripe/accounts.ts';
import { accountFormView } from './account-form-view.ts';
import { frameView, noticeView } from './frame-view.ts';
import { leadBack, policyOf } from './lead-back.ts';
import { type AccountForm, emptyForm, readAccountForm } from './read-account-form.ts';
import { pagesLanguage, pagesTexts } from './texts.ts';

/** "Manage payment sources": a bank account and a mandate are given, or not; either way the page is over then. */
export function hostedPageRoutes({ site, catchUp }: Chargebee, stripe: StripeAccounts): Hono {
  const customerOf = (customerId: string) => site.store.customers.get(customerId);
  const over = (c: Context) => c.html(noticeView(pagesLanguage(c.req.header('accept-language')), 'over'), 410);
  const show = (c: Context, id: string, form: AccountForm, status: 200 | 422) => {
    const order = openHostedPage(site, id);
    if (!order) return over(c);
    const language = pagesLanguage(c.req.header('accept-language'));
    c.header('content-security-policy', policyOf(order.redirectUrl));
    const body = accountFormView({ language, action: c.req.path.replace(/cancel$/, ''), cancelAction: `/chargebee/pages/v3/${id}/cancel`, company: customerOf(order.customerId)?.company ?? '', form });
    return c.html(frameView({ language, title: pagesTexts[language].giveTitle, body }), status);
  };
  return new Hono()
    .get('/:id/', (c) => {
      const order = openHostedPage(site, c.req.param('id'));
      return order ? show(c, order.id, emptyForm(customerOf(order.customerId)?.company ?? ''), 200) : over(c);
    })
    .post('/:id/', async (c) => {
      const order = openHostedPage(site, c.req.param('id'));
      if (!order) return over(c);
      const read = await readAccountForm(c, stripe, { language: pagesLanguage(c.req.header('accept-language')), email: customerOf(order.customerId)?.email ?? '' });
      if ('form' in read) return show(c, order.id, read.form, 422);
      const to = succeedHostedPage(site, order.id, read.account);
      void catchUp();
      return leadBack(c, to, 'succeeded');
    })
    .post('/:id/cancel', (c) => {
      const order = openHostedPage(site, c.req.param('id'));
      return order ? leadBack(c, cancelHostedPage(site, order.id), 'cancelled') : over(c);
    });
}
