import { acceptEnrollment } from '@meldewerk/billing/enrollment/accept-enrollment';
import { completeEnrollment } from '@meldewerk/billing/enrollment/complete-enrollment';
import { startEnrollment } from '@meldewerk/billing/enrollment/start-enrollment';
import { listMandates, findMandateDocument } from '@meldewerk/billing/enrollment/list-mandates';
import { listInvoices } from '@meldewerk/billing/invoices/list-invoices';
import { openInvoicePdf } from '@meldewerk/billing/invoices/open-invoice-pdf';
import { acceptanceSchema, enrollmentRequestSchema, enrollmentResultSchema, enrollmentSchema, invoicePageSchema, mandatesSchema } from '@meldewerk/contract/billing';
import { idSchema } from '@meldewerk/contract/identifier';
import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import * as v from 'valibot';
import { pdfHeaders, sendDocument } from '../forms/send-document.ts';
import { jsonBody, params, query } from '../http/json-body.ts';
import { limit, takeFrom } from '../http/rate-limit.ts';
import type { AppEnv } from '../http/scope.ts';
import { accountOnly, holderOnly } from './holder-only.ts';
import { mandateFileName } from './mandate-paper.ts';

const enrollments = limit('billing-enrollment', 20, 60);
const completions = limit('billing-completion', 60, 2);
const downloads = limit('billing-invoice-download', 60, 5);

const tags = ['Billing'];
const ofMandate = params(v.object({ tenantId: idSchema, mandateId: idSchema }));
const invoiceId = v.pipe(v.string(), v.regex(/^[\p{L}\p{N}_./#-]{1,100}$/u));
const result = { 200: { description: 'How it stands', content: { 'application/json': { schema: resolver(enrollmentResultSchema) } } }, 410: { description: 'Too late: begin anew' }, 422: { description: 'The bank account was not accepted: begin anew' } };
const pdf = { 200: { description: 'The PDF', content: { 'application/pdf': {} } } };

/** Giving and changing the mandate, and the papers: mandates and invoices. */
export const billingMandateRoutes = new Hono<AppEnv>()
  .post(
    '/api/billing/accounts/:tenantId/enrollments',
    describeRoute({ tags, summary: 'Begin to give a mandate, the first or another', responses: { 201: { description: 'The words to agree to, and how to go on', content: { 'application/json': { schema: resolver(enrollmentSchema) } } }, 409: { description: 'Company details or plan are missing' } } }),
    holderOnly,
    accountOnly,
    jsonBody(enrollmentRequestSchema),
    async (c) => {
      const { account } = c.var.accountScope;
      await takeFrom(c.var.services, enrollments, account.tenantId);
      const { route, language = account.language } = c.req.valid('json');
      return c.json(await startEnrollment(c.var.billing, account, { route, language }), 201);
    },
  )
  .post(
    '/api/billing/accounts/:tenantId/enrollments/:mandateId/acceptance',
    describeRoute({ tags, summary: 'The button next to the words was pressed', responses: { 204: { description: 'Kept with time and place' } } }),
    holderOnly,
    accountOnly,
    ofMandate,
    jsonBody(acceptanceSchema),
    async (c) => {
      const from = { ip: c.var.clientAddress, userAgent: c.req.header('user-agent') ?? '' };
      await acceptEnrollment(c.var.billing, c.var.accountScope.account, c.req.valid('param').mandateId, { ...c.req.valid('json'), ...from });
      return c.body(null, 204);
    },
  )
  .post('/api/billing/accounts/:tenantId/enrollments/:mandateId/completion', describeRoute({ tags, summary: 'Ask the vendor how it stands, and finish what is given', responses: result }), holderOnly, accountOnly, ofMandate, async (c) => {
    await takeFrom(c.var.services, completions, c.var.accountScope.account.tenantId);
    return c.json(await completeEnrollment(c.var.billing, c.var.accountScope.account, c.req.valid('param').mandateId));
  })
  .get('/api/billing/accounts/:tenantId/mandates', describeRoute({ tags, summary: 'Mandates, the one in force first', responses: { 200: { description: 'The newest', content: { 'application/json': { schema: resolver(mandatesSchema) } } } } }), holderOnly, accountOnly, async (c) =>
    c.json({ mandates: await listMandates(c.var.billing, c.var.accountScope.account) }),
  )
  .get('/api/billing/accounts/:tenantId/mandates/:mandateId/pdf', describeRoute({ tags, summary: 'The paper of a mandate', responses: pdf }), holderOnly, accountOnly, ofMandate, async (c) => {
    const { billing, services, account } = c.var.accountScope;
    const mandate = await findMandateDocument(billing, account, c.req.valid('param').mandateId);
    return sendDocument({ services, tenant: { id: account.tenantId } }, mandate.documentId, mandateFileName(mandate), c.req.method);
  })
  .get(
    '/api/billing/accounts/:tenantId/invoices',
    describeRoute({ tags, summary: 'Invoices with what became of the money, newest first', responses: { 200: { description: 'A page', content: { 'application/json': { schema: resolver(invoicePageSchema) } } } } }),
    holderOnly,
    accountOnly,
    query(v.object({ before: v.optional(invoiceId) })),
    async (c) => c.json(await listInvoices(c.var.billing, c.var.accountScope.account, c.req.valid('query').before)),
  )
  .get('/api/billing/accounts/:tenantId/invoices/:invoiceId/pdf', describeRoute({ tags, summary: 'An invoice, fetched from Chargebee', responses: pdf }), holderOnly, accountOnly, params(v.object({ tenantId: idSchema, invoiceId })), async (c) => {
    const { billing, account } = c.var.accountScope;
    const { invoiceId: id } = c.req.valid('param');
    await takeFrom(c.var.services, downloads, account.tenantId);
    return new Response(await openInvoicePdf(billing, account, id), { headers: pdfHeaders(`${id}.pdf`) });
  });
