import type { HostedPage, PortalSession } from 'chargebee';
import { type Context, Hono } from 'hono';
import { answer, readBody } from './answer.ts';
import { agreementPdf } from './documents.ts';
import type { Downloads } from './downloads.ts';
import { wrongValue } from './failure.ts';
import { acknowledgeHostedPage, agreementOf, createManagePaymentSources, getHostedPage } from './hosted-pages.ts';
import { activatePortalSession, createPortalSession, getPortalSession, leavePortal } from './portal-sessions.ts';
import type { Site } from './site.ts';
import { withKinds } from './wire.ts';

/** What leads customers to pages of the vendor's. The pages themselves are elsewhere. */
export function pageRoutes(site: Site, downloads: Downloads, pagesUrl: string | undefined): Hono {
  const pagesOf = (c: Context) => pagesUrl ?? new URL(c.req.url).origin;
  const shown = ({ content, ...page }: HostedPage) => ({ hosted_page: { ...page, content: withKinds(content) as unknown as HostedPage['content'] } });
  return new Hono()
    .post('/portal_sessions', async (c) => {
      const { customer, redirect_url: redirectUrl } = await readBody<PortalSession.CreateInputParam>(c, 'portal_session', 'create');
      if (customer?.id === undefined) throw wrongValue('customer[id]', 'is needed');
      return answer(c, { portal_session: createPortalSession(site, { customerId: customer.id, redirectUrl, pagesUrl: pagesOf(c) }) } satisfies PortalSession.CreateResponse);
    })
    .get('/portal_sessions/:id', (c) => answer(c, { portal_session: getPortalSession(site, c.req.param('id')) } satisfies PortalSession.RetrieveResponse))
    .post('/portal_sessions/:id/activate', async (c) => {
      const { token } = await readBody<PortalSession.ActivateInputParam>(c, 'portal_session', 'activate');
      return answer(c, { portal_session: activatePortalSession(site, c.req.param('id'), token) } satisfies PortalSession.ActivateResponse);
    })
    .post('/portal_sessions/:id/logout', (c) => answer(c, { portal_session: leavePortal(site, c.req.param('id')) } satisfies PortalSession.LogoutResponse))
    .post('/hosted_pages/manage_payment_sources', async (c) => {
      const { customer, redirect_url, card } = await readBody<HostedPage.ManagePaymentSourcesInputParam>(c, 'hosted_page', 'manage_payment_sources');
      if (customer?.id === undefined) throw wrongValue('customer[id]', 'is needed');
      const page = createManagePaymentSources(site, { customerId: customer.id, ...(redirect_url !== undefined && { redirectUrl: redirect_url }), ...(card?.gateway_account_id !== undefined && { gatewayAccountId: card.gateway_account_id }), pagesUrl: pagesOf(c) });
      return answer(c, shown(page) satisfies HostedPage.ManagePaymentSourcesResponse);
    })
    .post('/hosted_pages/retrieve_agreement_pdf', async (c) => {
      const { payment_source_id: id } = await readBody<HostedPage.RetrieveAgreementPdfInputParam>(c, 'hosted_page', 'retrieve_agreement_pdf');
      agreementOf(site, id);
      const download = downloads.offer(new URL(c.req.url).origin, 'mandat.pdf', () => {
        const { source, customer } = agreementOf(site, id);
        return agreementPdf(source, customer);
      });
      // The client's type says it comes as a hosted page; that the file is behind its URL is assumed.
      return answer(c, shown({ url: download.download_url, state: 'succeeded', expires_at: download.valid_till, content: { download } as HostedPage['content'] }) satisfies HostedPage.RetrieveAgreementPdfResponse);
    })
    .get('/hosted_pages/:id', (c) => answer(c, shown(getHostedPage(site, c.req.param('id'))) satisfies HostedPage.RetrieveResponse))
    .post('/hosted_pages/:id/acknowledge', (c) => answer(c, shown(acknowledgeHostedPage(site, c.req.param('id'))) satisfies HostedPage.AcknowledgeResponse));
}
