import { receiptSchema, submissionSchema } from '@meldewerk/contract/report';
import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import { readDraftToken } from '../drafts/authorize-draft.ts';
import { jsonBody } from '../http/json-body.ts';
import { ProblemError } from '../http/problem.ts';
import type { AppEnv } from '../http/scope.ts';
import { submitReport } from './submit.ts';

export const submissions = new Hono<AppEnv>().post(
  '/api/reports',
  describeRoute({
    tags: ['Draft'],
    summary: 'Send a report; a repeat under the same Idempotency-Key gets the first receipt',
    parameters: [{ name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', minLength: 16, maxLength: 255 } }],
    responses: { 201: { description: 'The receipt', content: { 'application/json': { schema: resolver(receiptSchema) } } } },
  }),
  async (c, next) => {
    readDraftToken(c.req.header('authorization'));
    readIdempotencyKey(c.req.header('idempotency-key'));
    await next();
  },
  jsonBody(submissionSchema),
  async (c) => {
    const receipt = await submitReport(c.var.scope, c.req.valid('json'), {
      tokenHash: readDraftToken(c.req.header('authorization')),
      idempotencyKey: readIdempotencyKey(c.req.header('idempotency-key')),
      clientAddress: c.var.clientAddress,
    });
    return c.json(receipt, 201);
  },
);

function readIdempotencyKey(header: string | undefined): string {
  if (!header || !/^[\x21-\x7e]{16,255}$/.test(header)) throw new ProblemError('idempotencyKeyMissing');
  return header;
}
