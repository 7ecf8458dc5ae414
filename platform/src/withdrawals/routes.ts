import { idSchema } from '@meldewerk/contract/identifier';
import { assignDeclarationSchema, withdrawalDeclarationInputSchema, withdrawalDeclarationListSchema, withdrawalDeclarationSchema, withdrawalNoticeInputSchema, withdrawalNoticeSchema } from '@meldewerk/contract/withdrawal';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import * as v from 'valibot';
import { jsonBody, params } from '../http/json-body.ts';
import type { AppEnv } from '../http/scope.ts';
import { may } from '../staff/may.ts';
import { staffOnly } from '../staff/staff-only.ts';
import { assignDeclaration } from './assign-declaration.ts';
import { currentWithdrawalNotice } from './current-notice.ts';
import { declareWithdrawal } from './declare-withdrawal.ts';
import { publishNotice } from './publish-notice.ts';
import { listDeclarations } from './read-declarations.ts';

const noticeJson = { content: { 'application/json': { schema: resolver(withdrawalNoticeSchema) } } };

export const withdrawals = new Hono<AppEnv>()
  .get(
    '/api/withdrawal-notice',
    describeRoute({ tags: ['Withdrawal'], summary: 'The notice of the right of withdrawal with its model form, as in force', responses: { 200: { description: 'The notice', ...noticeJson } } }),
    async (c) => {
      const { scope } = c.var;
      return c.json(await inTenant(scope.services.db, scope.tenant.id, (tx) => currentWithdrawalNotice(scope, tx)));
    },
  )
  .put(
    '/api/withdrawal-notice',
    describeRoute({ tags: ['Withdrawal'], summary: 'Put a new version in force', responses: { 200: { description: 'The new version', ...noticeJson } } }),
    staffOnly,
    may('admin'),
    jsonBody(withdrawalNoticeInputSchema),
    async (c) => c.json(await publishNotice(c.var.staffScope, c.req.valid('json'))),
  )
  .get(
    '/api/withdrawal-declarations',
    describeRoute({
      tags: ['Withdrawal'],
      summary: 'Declarations of withdrawal, newest first, also those that fit no report',
      responses: { 200: { description: 'Two hundred at most', content: { 'application/json': { schema: resolver(withdrawalDeclarationListSchema) } } } },
    }),
    staffOnly,
    async (c) => c.json(await listDeclarations(c.var.staffScope)),
  )
  .post(
    '/api/withdrawal-declarations',
    describeRoute({
      tags: ['Withdrawal'],
      summary: 'Withdraw from a contract',
      description: 'Stored whatever contract it names; a confirmation goes to the address given. A repeat under the same id gets the first receipt.',
      responses: { 201: { description: 'Received', content: { 'application/json': { schema: resolver(withdrawalDeclarationSchema) } } } },
    }),
    jsonBody(withdrawalDeclarationInputSchema),
    async (c) => c.json(await declareWithdrawal(c.var.scope, c.req.valid('json'), { clientAddress: c.var.clientAddress, language: c.var.language }), 201),
  )
  .post(
    '/api/withdrawal-declarations/:declarationId/report',
    describeRoute({ tags: ['Withdrawal'], summary: 'Put a declaration that fitted no report on the one it means', description: 'Once and for good; a repeat with the same report does no harm.', responses: { 204: { description: 'It stands on the report' } } }),
    staffOnly,
    may('clerk'),
    params(v.object({ declarationId: idSchema })),
    jsonBody(assignDeclarationSchema),
    async (c) => {
      await assignDeclaration(c.var.staffScope, c.req.valid('param').declarationId, c.req.valid('json').reportId);
      return c.body(null, 204);
    },
  );
