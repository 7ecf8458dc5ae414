import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import { attachment } from '../http/content-disposition.ts';
import type { AppEnv } from '../http/scope.ts';

/** What belongs to the papers of the whole installation. */
export const documents = new Hono<AppEnv>().get(
  '/seal-certificate.pem',
  describeRoute({
    tags: ['Forms'],
    summary: 'The certificate that signed PDFs are sealed with, for programs that are to trust it',
    responses: { 200: { description: 'X.509 certificate, PEM', content: { 'application/x-pem-file': {} } } },
  }),
  async (c) =>
    c.body(await c.var.services.documents.sealCertificate(), 200, {
      'content-type': 'application/x-pem-file',
      'content-disposition': attachment('seal-certificate.pem'),
      'cache-control': 'public, max-age=3600',
    }),
);
