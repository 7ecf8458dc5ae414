import { inviteAccountHolder } from '@meldewerk/billing/invite-account-holder';
import { idSchema } from '@meldewerk/contract/identifier';
import { createdWorkshopSchema, figuresSchema, invitationSchema, invitedSchema, newWorkshopSchema, workshopDetailSchema, workshopPageSchema, workshopQuerySchema } from '@meldewerk/contract/operator';
import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import * as v from 'valibot';
import { originOf } from '../config.ts';
import { jsonBody, params, query } from '../http/json-body.ts';
import { ProblemError } from '../http/problem.ts';
import type { AppEnv } from '../http/scope.ts';
import { createWorkshop } from './create-workshop.ts';
import { listWorkshops } from './list-workshops.ts';
import { operatorOnly } from './operator-only.ts';
import { readFigures } from './read-figures.ts';
import { readWorkshop } from './read-workshop.ts';

const tags = ['Operator'];
const answer = (description: string, schema: v.GenericSchema) => ({ description, content: { 'application/json': { schema: resolver(schema) } } });
const ofWorkshop = params(v.object({ tenantId: idSchema }));

/** Workshops as the operator sees them: how they pay, and the way to their billing. */
export const operatorWorkshopRoutes = new Hono<AppEnv>()
  .get('/api/operator/workshops', describeRoute({ tags, summary: 'Workshops and how they pay', responses: { 200: answer('By address, fifty at a time', workshopPageSchema) } }), operatorOnly, query(workshopQuerySchema), async (c) =>
    c.json(await listWorkshops(c.var.operatorScope, c.req.valid('query'))),
  )
  .post('/api/operator/workshops', describeRoute({ tags, summary: 'Create a workshop', responses: { 201: answer('Created; the link for its first user is told this once', createdWorkshopSchema) } }), operatorOnly, jsonBody(newWorkshopSchema), async (c) =>
    c.json(await createWorkshop(c.var.operatorScope, c.req.valid('json')), 201),
  )
  .get('/api/operator/workshops/:tenantId', describeRoute({ tags, summary: "One workshop's money side", responses: { 200: answer('As it stands', workshopDetailSchema) } }), operatorOnly, ofWorkshop, async (c) =>
    c.json(await readWorkshop(c.var.operatorScope, c.req.valid('param').tenantId)),
  )
  .post(
    '/api/operator/workshops/:tenantId/invitations',
    describeRoute({ tags, summary: 'Invite who pays to set billing up, or once more', responses: { 202: answer('A mail goes out; earlier links end', invitedSchema), 409: { description: 'Billing is set up: the address is changed in the billing portal' } } }),
    operatorOnly,
    ofWorkshop,
    jsonBody(invitationSchema),
    async (c) => {
      const { services, operator } = c.var.operatorScope;
      if (!services.billing) throw new ProblemError('notFound');
      const { tenantId } = c.req.valid('param');
      await readWorkshop(c.var.operatorScope, tenantId);
      const { email } = await inviteAccountHolder(services.billing, { tenantId, ...c.req.valid('json'), by: { actor: 'operator', actorId: operator.id } });
      return c.json({ email, billingUrl: originOf(services.config, 'billing') }, 202);
    },
  )
  .get('/api/operator/figures', describeRoute({ tags, summary: 'How the months ended', responses: { 200: answer('Oldest first', figuresSchema) } }), operatorOnly, async (c) => c.json(await readFigures(c.var.operatorScope)));
