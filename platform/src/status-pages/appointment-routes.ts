import { answerProposalSchema, appointmentStateSchema } from '@meldewerk/contract/appointment';
import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import { answerProposal } from '../appointments/answer-proposal.ts';
import { readOwnAppointmentFile } from '../appointments/read-own-file.ts';
import { jsonBody } from '../http/json-body.ts';
import type { AppEnv } from '../http/scope.ts';
import { appointmentsForCustomer } from './appointments-for-customer.ts';
import { customerOnly, customerSees } from './status-access.ts';

/** The customer's part in finding a date. */
export const statusAppointments = new Hono<AppEnv>()
  .post(
    '/api/status/appointment-answers',
    describeRoute({
      tags: ['Status page'],
      summary: 'Yes to a proposed time, no to all, or wishes of one’s own',
      responses: { 201: { description: 'What stands now', content: { 'application/json': { schema: resolver(appointmentStateSchema) } } }, 409: { description: 'The workshop had a word meanwhile' } },
    }),
    customerOnly,
    customerSees('appointments'),
    jsonBody(answerProposalSchema),
    async (c) => c.json(appointmentsForCustomer(await answerProposal(c.var.customerScope, c.req.valid('json'))), 201),
  )
  .get(
    '/api/status/appointment.ics',
    describeRoute({ tags: ['Status page'], summary: 'The appointment for one’s own calendar', responses: { 200: { description: 'iCalendar' }, 404: { description: 'None stands' } } }),
    customerOnly,
    customerSees('appointments'),
    async (c) => c.body(await readOwnAppointmentFile(c.var.customerScope), 200, { 'content-type': 'text/calendar; charset=utf-8; method=PUBLISH', 'content-disposition': 'attachment; filename="Werkstatttermin.ics"' }),
  );
