import { mailStatementSchema } from '@meldewerk/contract/accident-statement';
import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import { createMiddleware } from 'hono/factory';
import { readStatementToken } from '../accident-statements/statement-access.ts';
import { jsonBody } from '../http/json-body.ts';
import type { AppEnv } from '../http/scope.ts';
import { mailStatement } from './mail-statement.ts';

/** Before anything of the body is looked at. */
const partyOnly = createMiddleware<AppEnv>(async (c, next) => {
  readStatementToken(c.req.header('authorization'));
  await next();
});

/** Here and not with the statements, which know nothing of deliveries. */
export const statementMails = new Hono<AppEnv>().post(
  '/api/accident-statement/mails',
  describeRoute({ tags: ['Accident statement'], summary: 'Mail the signed PDF to a driver; once to each address', responses: { 202: { description: 'It is on its way' }, 404: { description: 'No such statement, or its PDF is not made yet' } } }),
  partyOnly,
  jsonBody(mailStatementSchema),
  async (c) => {
    await mailStatement(c.var.scope, readStatementToken(c.req.header('authorization')), c.req.valid('json'), c.var.clientAddress);
    return c.body(null, 202, { 'cache-control': 'no-store' });
  },
);
