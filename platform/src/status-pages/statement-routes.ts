import { attachStatementSchema } from '@meldewerk/contract/accident-statement';
import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import { jsonBody } from '../http/json-body.ts';
import type { AppEnv } from '../http/scope.ts';
import { attachOwnStatement, sendOwnStatement } from './own-statement.ts';
import { customerOnly } from './status-access.ts';

/** The accident statement of two drivers, on the page of a report that was sent already. */
export const statusStatement = new Hono<AppEnv>()
  .put(
    '/api/status/accident-statement',
    describeRoute({ tags: ['Status page'], summary: 'Put a statement on the report, by the token of its driver’s side', responses: { 204: { description: 'It belongs to the report' }, 404: { description: 'No such statement, or another report has it' } } }),
    customerOnly,
    jsonBody(attachStatementSchema),
    async (c) => {
      await attachOwnStatement(c.var.customerScope, c.req.valid('json').token);
      return c.body(null, 204);
    },
  )
  .get(
    '/api/status/accident-statement.pdf',
    describeRoute({ tags: ['Status page'], summary: 'Its signed PDF', responses: { 200: { description: 'The PDF', content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } } } }),
    customerOnly,
    (c) => sendOwnStatement(c.var.customerScope, c.req.method),
  );
