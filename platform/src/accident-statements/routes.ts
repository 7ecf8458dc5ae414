import { accidentStatementSchema, changeStatementSchema, joinStatementSchema, openStatementSchema, pairingSchema, reportStatementSchema, signStatementSchema } from '@meldewerk/contract/accident-statement';
import { statementSides } from '@meldewerk/contract/accident-fields';
import { idSchema } from '@meldewerk/contract/identifier';
import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import { createMiddleware } from 'hono/factory';
import * as v from 'valibot';
import { jsonBody, params } from '../http/json-body.ts';
import type { AppEnv } from '../http/scope.ts';
import { contentPolicies } from '../http/security-headers.ts';
import { tenantPage } from '../site/tenant-page.ts';
import { staffOnly } from '../staff/staff-only.ts';
import { changeStatement } from './change-statement.ts';
import { readStatement } from './describe-statement.ts';
import { openStatement } from './open-statement.ts';
import { assertInvitation, joinStatement, makePairing, unpair } from './pair-statement.ts';
import { signStatement, withdrawSignature } from './sign-statement.ts';
import { readPairingToken, readStatementToken, withStatement } from './statement-access.ts';
import { sendStatementDocument } from './statement-document.ts';
import { describeForStaff, findStatementOfReport } from './statement-of-report.ts';

const tags = ['Accident statement'];
const state = { 200: { description: 'The statement as this side sees it', content: { 'application/json': { schema: resolver(accidentStatementSchema) } } } };
const secret = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow' };
const path = '/api/accident-statement';

/** Before anything of the body is looked at. */
const partyOnly = createMiddleware<AppEnv>(async (c, next) => {
  readStatementToken(c.req.header('authorization'));
  await next();
});
const invitedOnly = createMiddleware<AppEnv>(async (c, next) => {
  readPairingToken(c.req.header('authorization'));
  await next();
});
const ofSide = v.object({ side: v.picklist(statementSides) });
const ofReport = v.object({ reportId: idSchema });

/** The accident statement of two drivers. The bearer is the token of one of them: it says which statement, and which side. */
export const accidentStatementRoutes = new Hono<AppEnv>()
  .get('/u', (c) => c.html(tenantPage(c.var.scope, 'accident'), 200, { 'content-security-policy': contentPolicies.page, 'content-language': c.var.spoken, vary: 'Accept-Language' }))
  .get('/u/:token', (c) => c.html(tenantPage(c.var.scope, 'accident'), 200, { ...secret, 'content-security-policy': contentPolicies.page, 'content-language': c.var.spoken, vary: 'Accept-Language' }))
  .put(path, describeRoute({ tags, summary: 'Open a statement under an id and token made on the device', responses: state }), partyOnly, jsonBody(openStatementSchema), async (c) =>
    c.json(await openStatement(c.var.scope, readStatementToken(c.req.header('authorization')), c.req.valid('json'), c.var.clientAddress), 200, secret),
  )
  .get(path, describeRoute({ tags, summary: 'How the statement stands', responses: state }), partyOnly, async (c) =>
    c.json(await readStatement(c.var.scope, readStatementToken(c.req.header('authorization')), c.var.clientAddress), 200, secret),
  )
  .patch(path, describeRoute({ tags, summary: 'Write fields of both or of the own side; refused once somebody has signed', responses: state }), partyOnly, jsonBody(changeStatementSchema), async (c) =>
    c.json(await changeStatement(c.var.scope, readStatementToken(c.req.header('authorization')), c.req.valid('json'), c.var.clientAddress), 200, secret),
  )
  .post(`${path}/pairings`, describeRoute({ tags, summary: 'A token for the other driver’s phone, for one joining within minutes', responses: { 200: { description: 'The token', content: { 'application/json': { schema: resolver(pairingSchema) } } } } }), partyOnly, async (c) =>
    c.json(await makePairing(c.var.scope, readStatementToken(c.req.header('authorization')), c.var.clientAddress), 200, secret),
  )
  .get(`${path}/invitation`, describeRoute({ tags, summary: 'Whether a pairing token still leads anywhere; it is the bearer', responses: { 204: { description: 'It does' }, 410: { description: 'Used, replaced or over' } } }), async (c) => {
    await assertInvitation(c.var.scope, readPairingToken(c.req.header('authorization')), c.var.clientAddress);
    return c.body(null, 204, secret);
  })
  .post(`${path}/joining`, describeRoute({ tags, summary: 'Join with a pairing token as the bearer, under a token made on the device', responses: state }), invitedOnly, jsonBody(joinStatementSchema), async (c) =>
    c.json(await joinStatement(c.var.scope, readPairingToken(c.req.header('authorization')), c.req.valid('json'), c.var.clientAddress), 200, secret),
  )
  .delete(`${path}/pairing`, describeRoute({ tags, summary: 'End the part of the other phone, while it has not signed', responses: state }), partyOnly, async (c) =>
    c.json(await unpair(c.var.scope, readStatementToken(c.req.header('authorization')), c.var.clientAddress), 200, secret),
  )
  .post(`${path}/signatures`, describeRoute({ tags, summary: 'Sign the facts that were read under this hash; a repeat under the same id is harmless', responses: state }), partyOnly, jsonBody(signStatementSchema), async (c) =>
    c.json(await signStatement(c.var.scope, readStatementToken(c.req.header('authorization')), c.req.valid('json'), { clientAddress: c.var.clientAddress, userAgent: c.req.header('user-agent') }), 200, secret),
  )
  .delete(`${path}/signatures/:side`, describeRoute({ tags, summary: 'Take the own signature back while the other one is missing', responses: state }), partyOnly, params(ofSide), async (c) =>
    c.json(await withdrawSignature(c.var.scope, readStatementToken(c.req.header('authorization')), c.req.valid('param').side, c.var.clientAddress), 200, secret),
  )
  .get(`${path}/document`, describeRoute({ tags, summary: 'The signed PDF: the same bytes for both', responses: { 200: { description: 'The PDF' } } }), partyOnly, async (c) => {
    const statement = await withStatement(c.var.scope, readStatementToken(c.req.header('authorization')), c.var.clientAddress, async (_, found) => found, 'read');
    return sendStatementDocument(c.var.scope, statement, c.req.method);
  })
  .get('/api/reports/:reportId/accident-statement', describeRoute({ tags, summary: 'The accident statement that belongs to a report', responses: { 200: { description: 'The statement, or null', content: { 'application/json': { schema: resolver(reportStatementSchema) } } } } }), staffOnly, params(ofReport), async (c) => {
    const statement = await findStatementOfReport(c.var.staffScope, c.req.valid('param').reportId);
    return c.json({ statement: statement && describeForStaff(statement) });
  })
  .get('/api/reports/:reportId/accident-statement.pdf', describeRoute({ tags, summary: 'Its signed PDF', responses: { 200: { description: 'The PDF' } } }), staffOnly, params(ofReport), async (c) => {
    const statement = await findStatementOfReport(c.var.staffScope, c.req.valid('param').reportId);
    return sendStatementDocument(c.var.staffScope, statement, c.req.method);
  });
