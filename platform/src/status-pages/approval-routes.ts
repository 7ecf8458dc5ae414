import { answerApprovalSchema } from '@meldewerk/contract/approval';
import { idSchema } from '@meldewerk/contract/identifier';
import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import * as v from 'valibot';
import { sendApprovalDocument, sendApprovalPhoto } from '../approvals/approval-files.ts';
import { answerApproval } from '../approvals/answer-approval.ts';
import { approvalPhotoParams } from '../approvals/routes.ts';
import { jsonBody, params } from '../http/json-body.ts';
import type { AppEnv } from '../http/scope.ts';
import { customerOnly } from './status-access.ts';

const tags = ['Status page'];
const ofApproval = params(v.object({ approvalId: idSchema }));

/** What the customer says to extra work or a delay. No area of its own: it was asked, so it can be answered. */
export const statusApprovals = new Hono<AppEnv>()
  .put(
    '/api/status/approvals/:approvalId/answer',
    describeRoute({ tags, summary: 'Yes or no, signed; only once', responses: { 204: { description: 'Answered and sealed' }, 409: { description: 'Answered otherwise, or withdrawn' } } }),
    customerOnly,
    ofApproval,
    jsonBody(answerApprovalSchema),
    async (c) => {
      await answerApproval(c.var.customerScope, c.req.valid('param').approvalId, c.req.valid('json'), { clientAddress: c.var.clientAddress, userAgent: c.req.header('user-agent') });
      return c.body(null, 204);
    },
  )
  .get('/api/status/approvals/:approvalId/document', describeRoute({ tags, summary: 'The sealed PDF of question and answer', responses: { 200: { description: 'The PDF' } } }), customerOnly, ofApproval, (c) => sendApprovalDocument(c.var.customerScope, c.req.valid('param').approvalId, c.req.method))
  .get('/api/status/approvals/:approvalId/photos/:photoId/:rendition', describeRoute({ tags, summary: 'A photo that goes with the question', responses: { 200: { description: 'The picture' } } }), customerOnly, params(approvalPhotoParams), (c) => {
    const { approvalId, photoId, rendition } = c.req.valid('param');
    return sendApprovalPhoto(c.var.customerScope, approvalId, photoId, rendition, c.req.method);
  });
