import { approvalSchema, askApprovalSchema, remindOfApprovalSchema } from '@meldewerk/contract/approval';
import { idSchema } from '@meldewerk/contract/identifier';
import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import * as v from 'valibot';
import { jsonBody, params } from '../http/json-body.ts';
import type { AppEnv } from '../http/scope.ts';
import { readReport } from '../reports/read.ts';
import { may } from '../staff/may.ts';
import { staffOnly } from '../staff/staff-only.ts';
import { sendApprovalDocument, sendApprovalPhoto } from './approval-files.ts';
import { askApproval } from './ask-approval.ts';
import { readApprovals } from './read-approvals.ts';
import { remindOfApproval } from './remind-of-approval.ts';
import { withdrawApproval } from './withdraw-approval.ts';

const tags = ['Approvals'];
const ofReport = params(v.object({ reportId: idSchema }));
const ofApproval = params(v.object({ approvalId: idSchema }));
export const approvalPhotoParams = v.object({ approvalId: idSchema, photoId: idSchema, rendition: v.picklist(['thumbnail', 'display']) });

/** Staff ask the customer for extra work or tell of a delay. */
export const approvals = new Hono<AppEnv>()
  .post(
    '/api/reports/:reportId/approvals',
    describeRoute({ tags, summary: 'Ask the customer; the same id twice is one question', responses: { 201: { description: 'It is on its way to the customer', content: { 'application/json': { schema: resolver(v.object({ approvals: v.array(approvalSchema) })) } } }, 409: { description: 'It is kept internal' } } }),
    staffOnly,
    may('clerk'),
    ofReport,
    jsonBody(askApprovalSchema),
    async (c) => {
      const { reportId } = c.req.valid('param');
      await askApproval(c.var.staffScope, reportId, c.req.valid('json'));
      const { shotLabels } = await readReport(c.var.staffScope, reportId);
      return c.json({ approvals: await readApprovals(c.var.staffScope, reportId, shotLabels) }, 201);
    },
  )
  .post(
    '/api/approvals/:approvalId/reminders',
    describeRoute({ tags, summary: 'Tell the customer once more', responses: { 202: { description: 'It is on its way' }, 409: { description: 'Answered or withdrawn meanwhile' } } }),
    staffOnly,
    may('clerk'),
    ofApproval,
    jsonBody(remindOfApprovalSchema),
    async (c) => {
      await remindOfApproval(c.var.staffScope, c.req.valid('param').approvalId, c.req.valid('json').id);
      return c.body(null, 202);
    },
  )
  .delete('/api/approvals/:approvalId', describeRoute({ tags, summary: 'Take the question back', responses: { 204: { description: 'Taken back, now or before' }, 409: { description: 'Answered already' } } }), staffOnly, may('clerk'), ofApproval, async (c) => {
    await withdrawApproval(c.var.staffScope, c.req.valid('param').approvalId);
    return c.body(null, 204);
  })
  .get('/api/approvals/:approvalId/document', describeRoute({ tags, summary: 'The sealed PDF of question and answer', responses: { 200: { description: 'The PDF' } } }), staffOnly, ofApproval, (c) => sendApprovalDocument(c.var.staffScope, c.req.valid('param').approvalId, c.req.method))
  .get('/api/approvals/:approvalId/photos/:photoId/:rendition', describeRoute({ tags, summary: 'A photo that goes with the question', responses: { 200: { description: 'The picture' } } }), staffOnly, params(approvalPhotoParams), (c) => {
    const { approvalId, photoId, rendition } = c.req.valid('param');
    return sendApprovalPhoto(c.var.staffScope, approvalId, photoId, rendition, c.req.method);
  });
